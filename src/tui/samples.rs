//! Sample screens and words for the tests of the views.

use std::time::Duration;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Position;

use super::Say;
use crate::domain::msg::{Arg, Msg};
use crate::journey::screen::{Action, Choice, Field, Focus, Notice, Rule, Screen, ScreenId};

/// Words in one of three languages, which are its column in [`WORDS`].
pub struct Sample(pub usize);

/// English.
pub const EN: Sample = Sample(0);
/// German: long words.
pub const DE: Sample = Sample(1);
/// Japanese: wide characters, no spaces.
pub const JA: Sample = Sample(2);

const WORDS: &[(&str, [&str; 3])] = &[
    (
        "title-welcome",
        [
            "Can't access your account?",
            "Sie können nicht auf Ihr Benutzerkonto zugreifen?",
            "アカウントにアクセスできませんか？",
        ],
    ),
    (
        "title-who",
        [
            "Get back into your account",
            "Zugriff auf Ihr Benutzerkonto wiederherstellen",
            "アカウントへのアクセスを回復する",
        ],
    ),
    (
        "title-step",
        [
            "Verification step {n}",
            "Überprüfungsschritt {n}",
            "確認ステップ {n}",
        ],
    ),
    (
        "title-new",
        [
            "Choose a new password",
            "Wählen Sie ein neues Kennwort",
            "新しいパスワードを選択してください",
        ],
    ),
    ("title-language", ["Language", "Sprache", "言語"]),
    ("title-help", ["Help", "Hilfe", "ヘルプ"]),
    (
        "choice-forgot",
        [
            "I forgot my password",
            "Ich habe mein Kennwort vergessen",
            "パスワードを忘れました",
        ],
    ),
    (
        "choice-locked",
        [
            "My account is locked",
            "Mein Benutzerkonto ist gesperrt",
            "アカウントがロックされています",
        ],
    ),
    (
        "choice-change",
        [
            "Change my password or my security info",
            "Mein Kennwort oder meine Sicherheitsinformationen ändern",
            "パスワードまたはセキュリティ情報を変更する",
        ],
    ),
    (
        "detail-sign-in",
        [
            "needs sign-in",
            "Anmeldung erforderlich",
            "サインインが必要です",
        ],
    ),
    (
        "text-who",
        [
            "Enter your user ID: the name you sign in with, or your registered e-mail address.",
            "Geben Sie Ihre Benutzer-ID ein: den Namen, mit dem Sie sich anmelden, oder Ihre registrierte E-Mail-Adresse.",
            "ユーザー ID を入力してください。サインインに使う名前、または登録済みのメール アドレスです。",
        ],
    ),
    (
        "text-help",
        [
            "Type what the screen asks for and press Enter. Your help desk never asks for your password.",
            "Geben Sie ein, wonach der Bildschirm fragt, und drücken Sie die Eingabetaste. Der Helpdesk fragt nie nach Ihrem Kennwort.",
            "画面の指示に従って入力し、Enter キーを押してください。ヘルプデスクがパスワードを尋ねることはありません。",
        ],
    ),
    ("label-user", ["User ID", "Benutzer-ID", "ユーザー ID"]),
    (
        "label-new",
        ["New password", "Neues Kennwort", "新しいパスワード"],
    ),
    (
        "label-again",
        [
            "The same once more",
            "Kennwortwiederholung zur Bestätigung",
            "もう一度同じパスワード",
        ],
    ),
    (
        "error-mismatch",
        [
            "The two passwords differ. Type the same one twice.",
            "Die beiden Kennwörter stimmen nicht überein. Geben Sie zweimal dasselbe ein.",
            "2 つのパスワードが一致しません。同じものを 2 回入力してください。",
        ],
    ),
    (
        "note-sent",
        [
            "We sent a code.",
            "Wir haben einen Überprüfungscode gesendet.",
            "コードを送信しました。",
        ],
    ),
    (
        "rule-length",
        [
            "At least {n} characters",
            "Mindestens {n} Zeichen",
            "{n} 文字以上",
        ],
    ),
    (
        "rule-name",
        [
            "Not your name, nor your organisation's",
            "Weder Ihr Name noch der Name Ihrer Organisation",
            "自分や組織の名前を含まない",
        ],
    ),
    (
        "rule-history",
        [
            "Not one of your last {n} passwords",
            "Keines Ihrer letzten {n} Kennwörter",
            "最近の {n} 個のパスワードと異なる",
        ],
    ),
    ("action-next", ["Next", "Weiter", "次へ"]),
    (
        "action-resend",
        [
            "Send another code",
            "Weiteren Überprüfungscode senden",
            "コードを再送信",
        ],
    ),
    (
        "action-other-method",
        [
            "Another method",
            "Andere Überprüfungsmethode verwenden",
            "別の方法を使う",
        ],
    ),
    ("action-reveal", ["Show", "Einblenden", "表示"]),
    ("action-back", ["Back", "Zurück", "戻る"]),
    ("action-cancel", ["Cancel", "Abbrechen", "キャンセル"]),
    (
        "kiosk-wipe-in",
        [
            "Everything typed is wiped in {seconds} s. Press any key to stay.",
            "Alle Eingaben werden in {seconds} Sekunden gelöscht. Drücken Sie eine beliebige Taste, um fortzufahren.",
            "{seconds} 秒後に入力内容がすべて消去されます。続けるには何かキーを押してください。",
        ],
    ),
    (
        "kiosk-progress",
        [
            "Step {step} of {total}",
            "Schritt {step} von {total}",
            "ステップ {step}/{total}",
        ],
    ),
    (
        "kiosk-working",
        ["Please wait…", "Bitte warten …", "お待ちください…"],
    ),
    ("keys-choose", ["1-9 choose", "1-9 auswählen", "1-9 選択"]),
    (
        "keys-enter",
        ["Enter go on", "Eingabe weiter", "Enter 進む"],
    ),
    ("keys-move", ["Tab move", "Tab bewegen", "Tab 移動"]),
    ("keys-back", ["Esc back", "Esc zurück", "Esc 戻る"]),
    (
        "keys-reveal",
        [
            "Ctrl-R show or hide",
            "Strg-R ein-/ausblenden",
            "Ctrl-R 表示切替",
        ],
    ),
    (
        "keys-cancel",
        [
            "Ctrl-X cancel and wipe",
            "Strg-X abbrechen und löschen",
            "Ctrl-X 中止して消去",
        ],
    ),
    ("keys-help", ["F1 help", "F1 Hilfe", "F1 ヘルプ"]),
    ("keys-language", ["F2 language", "F2 Sprache", "F2 言語"]),
    (
        "keys-contrast",
        ["F3 contrast", "F3 Kontrast", "F3 コントラスト"],
    ),
    (
        "keys-plain",
        ["F4 plain text", "F4 Textmodus", "F4 テキスト表示"],
    ),
    ("keys-phone", ["F6 phone", "F6 Telefon", "F6 電話"]),
    ("phone-title", ["Phone (F6)", "Telefon (F6)", "電話 (F6)"]),
    (
        "phone-title-focused",
        [
            "Phone: has the keys (F6)",
            "Telefon: Tastatur aktiv (F6)",
            "電話: 操作中 (F6)",
        ],
    ),
    (
        "phone-codes",
        ["Authenticator", "Authentifikator", "認証アプリ"],
    ),
    (
        "phone-seconds-left",
        ["{seconds} s", "{seconds} s", "{seconds} 秒"],
    ),
    (
        "phone-messages",
        [
            "Messages ({unread} new)",
            "Nachrichten ({unread} neu)",
            "メッセージ (新着 {unread})",
        ],
    ),
    ("phone-unread", ["new", "neu", "新着"]),
    (
        "phone-empty",
        [
            "No messages yet.",
            "Noch keine Nachrichten.",
            "メッセージはありません。",
        ],
    ),
    (
        "phone-from",
        ["From: {from}", "Von: {from}", "差出人: {from}"],
    ),
];

impl Say for Sample {
    fn say(&self, msg: &Msg) -> String {
        let row = WORDS.iter().find(|(id, _)| *id == msg.id);
        let mut words = row.map_or_else(|| msg.id.to_string(), |(_, all)| all[self.0].to_owned());
        for (name, value) in &msg.args {
            let value = match value {
                // As Fluent does it, with isolates around what comes from outside.
                Arg::Text(text) => format!("\u{2068}{text}\u{2069}"),
                Arg::Number(n) => n.to_string(),
                Arg::Time(at) => at.to_string(),
            };
            words = words.replace(&format!("{{{name}}}"), &value);
        }
        words
    }
}

/// A screen with nothing on it.
pub fn bare(id: ScreenId, title: &'static str) -> Screen<'static> {
    Screen {
        id,
        title: Msg::new(title),
        progress: None,
        notices: Vec::new(),
        text: Vec::new(),
        choices: Vec::new(),
        fields: Vec::new(),
        rules: Vec::new(),
        actions: Vec::new(),
        focus: None,
        working: false,
        wipe_in: None,
    }
}

/// The first screen.
pub fn welcome() -> Screen<'static> {
    let choice = |id: &'static str| Choice {
        label: Msg::new(id),
        detail: None,
    };
    Screen {
        choices: vec![
            choice("choice-forgot"),
            choice("choice-locked"),
            Choice {
                detail: Some(Msg::new("detail-sign-in")),
                ..choice("choice-change")
            },
        ],
        focus: Some(Focus::Choice(1)),
        ..bare(ScreenId::Welcome, "title-welcome")
    }
}

/// A field with `value` and the cursor at its end.
pub fn field<'a>(label: &'static str, value: &'a str, secret: bool) -> Field<'a> {
    Field {
        label: Msg::new(label),
        value,
        cursor: value.chars().count(),
        secret,
        revealed: false,
    }
}

/// The second screen, with a name typed.
pub fn who() -> Screen<'static> {
    Screen {
        progress: Some((1, 4)),
        text: vec![Msg::new("text-who")],
        fields: vec![field("label-user", "mias@contoso.example", false)],
        actions: vec![Action::Next, Action::Back, Action::Cancel],
        focus: Some(Focus::Field(0)),
        ..bare(ScreenId::WhoAreYou, "title-who")
    }
}

/// The password screen, everything on it at once.
pub fn password() -> Screen<'static> {
    let rule = |msg: Msg, met| Rule { text: msg, met };
    Screen {
        progress: Some((4, 4)),
        notices: vec![Notice {
            error: true,
            text: Msg::new("error-mismatch"),
        }],
        fields: vec![
            field("label-new", "correct horse", true),
            field("label-again", "correct", true),
        ],
        rules: vec![
            rule(Msg::new("rule-length").number("n", 12), Some(true)),
            rule(Msg::new("rule-name"), Some(false)),
            rule(Msg::new("rule-history").number("n", 5), None),
        ],
        actions: vec![Action::Next, Action::Reveal, Action::Back, Action::Cancel],
        focus: Some(Focus::Field(1)),
        wipe_in: Some(Duration::from_millis(29_200)),
        ..bare(ScreenId::NewPassword, "title-new")
    }
}

/// A code is asked for and the product works.
pub fn working() -> Screen<'static> {
    Screen {
        title: Msg::new("title-step").number("n", 2),
        notices: vec![Notice {
            error: false,
            text: Msg::new("note-sent"),
        }],
        actions: vec![
            Action::Next,
            Action::Resend,
            Action::OtherMethod,
            Action::Cancel,
        ],
        working: true,
        ..bare(ScreenId::EnterCode, "title-step")
    }
}

/// A list longer than any window.
pub fn languages() -> Screen<'static> {
    let choice = |n: usize| Choice {
        label: Msg::new(format!("language {}", n + 1)),
        detail: None,
    };
    Screen {
        choices: (0..40).map(choice).collect(),
        focus: Some(Focus::Choice(25)),
        ..bare(ScreenId::Language, "title-language")
    }
}

/// Text alone, longer than a low window.
pub fn help() -> Screen<'static> {
    Screen {
        text: vec![
            Msg::new("text-help"),
            Msg::new("text-who"),
            Msg::new("text-help"),
        ],
        ..bare(ScreenId::Help, "title-help")
    }
}

/// All of them.
pub fn all() -> Vec<Screen<'static>> {
    vec![welcome(), who(), password(), working(), languages(), help()]
}

/// The cells as text, a caret under the cursor; wide characters must fit their rows to the cell.
pub fn picture(buf: &Buffer, cursor: Option<Position>) -> String {
    let area = *buf.area();
    let mut lines = Vec::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let cell = buf.cell((x, y)).unwrap();
            line.push_str(cell.symbol());
            x += cell.symbol().cell_width().max(1);
        }
        assert_eq!(x, area.right(), "a wide character crosses the edge: {line}");
        assert!(
            !line.contains(['\u{2068}', '\u{2069}', '\u{202e}']),
            "{line}"
        );
        lines.push(format!("|{}|", line));
        if let Some(at) = cursor.filter(|at| at.y == y) {
            lines.push(format!(" {}^", " ".repeat(usize::from(at.x - area.x))));
        }
    }
    lines.join("\n")
}

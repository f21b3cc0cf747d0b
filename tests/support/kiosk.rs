//! A kiosk as a person uses it, on the full screen or in plain mode, in any language.

use super::plain::Plain;
use super::pty::Pty;

/// What a person looks for on the screens, in one language.
pub struct Words {
    pub tag: &'static str,
    pub welcome: &'static str,
    pub forgot: &'static str,
    pub locked: &'static str,
    pub who: &'static str,
    pub user_id: &'static str,
    pub step_1: &'static str,
    pub step_2: &'static str,
    pub app: &'static str,
    /// What the choice of mail has beside the masked address.
    pub mail: &'static str,
    /// What the choice of a text message has, the screen of the number, and the one of its code.
    pub phone: &'static str,
    pub number: &'static str,
    pub texted: &'static str,
    pub wrong_number: &'static str,
    /// What the choice of a request has, its screen, and the one after *Verify*.
    pub ask: &'static str,
    pub asked: &'static str,
    pub verified: &'static str,
    /// What the screen of the app's code says, and the one of the mail's.
    pub open_app: &'static str,
    pub on_its_way: &'static str,
    pub wrong: &'static str,
    pub new_password: &'static str,
    pub done: &'static str,
    pub refused: &'static str,
    pub fault: &'static str,
    pub languages: &'static str,
}

pub const EN: Words = Words {
    tag: "en",
    welcome: "Can't access your account?",
    forgot: "I forgot my password",
    locked: "My account is locked",
    who: "Get back into your account",
    user_id: "User ID",
    step_1: "Verification step 1",
    step_2: "Verification step 2",
    app: "Enter a code from my authenticator app",
    mail: "Send a code to",
    phone: "Text a code to",
    number: "Type the whole number",
    texted: "by text message",
    wrong_number: "That is not the number we have.",
    ask: "Answer a request on my phone",
    asked: "A request is on its way",
    verified: "You chose Verify on your phone.",
    open_app: "Open the authenticator app",
    on_its_way: "A code is on its way",
    wrong: "That is not the right code.",
    new_password: "Choose a new password",
    done: "Your password has been reset",
    refused: "You can't reset your password here",
    fault: "Something is not working here.",
    languages: "Choose your language",
};

pub const DE: Words = Words {
    tag: "de",
    welcome: "Sie können nicht auf Ihr Konto zugreifen?",
    forgot: "Ich habe mein Kennwort vergessen",
    locked: "Mein Konto ist gesperrt",
    who: "Zugriff auf Ihr Konto wiederherstellen",
    user_id: "Benutzer-ID",
    step_1: "Überprüfungsschritt 1",
    step_2: "Überprüfungsschritt 2",
    app: "Code aus meiner Authenticator-App eingeben",
    mail: "Code an",
    phone: "Code per SMS",
    number: "Geben Sie die ganze Nummer ein",
    texted: "Ein Code ist per SMS an",
    wrong_number: "Das ist nicht die hinterlegte Nummer.",
    ask: "Anfrage auf meinem Smartphone",
    asked: "Eine Anfrage ist an",
    verified: "Sie haben auf Ihrem Smartphone „Bestätigen“ gewählt.",
    open_app: "Öffnen Sie die Authenticator-App",
    on_its_way: "Ein Code ist an",
    wrong: "Das ist nicht der richtige Code.",
    new_password: "Wählen Sie ein neues Kennwort",
    done: "Ihr Kennwort wurde zurückgesetzt",
    refused: "Zurücksetzen ist hier nicht möglich",
    fault: "",
    languages: "",
};

pub const FR: Words = Words {
    tag: "fr",
    welcome: "Vous ne parvenez pas à accéder à votre compte ?",
    forgot: "J’ai oublié mon mot de passe",
    locked: "Mon compte est verrouillé",
    who: "Récupérer l’accès à votre compte",
    user_id: "Identifiant",
    step_1: "Étape de vérification 1",
    step_2: "Étape de vérification 2",
    app: "Saisir un code de mon application d’authentification",
    mail: "Envoyer un code à",
    phone: "Envoyer un code par SMS",
    number: "Saisissez le numéro complet",
    texted: "par SMS au",
    wrong_number: "Ce n’est pas le numéro que nous avons.",
    ask: "Répondre à une demande sur mon téléphone",
    asked: "Une demande est en cours d’envoi",
    verified: "Vous avez choisi « Confirmer »",
    open_app: "Ouvrez l’application d’authentification",
    on_its_way: "Un code est en cours d’envoi",
    wrong: "Ce n’est pas le bon code.",
    new_password: "Choisir un nouveau mot de passe",
    done: "Votre mot de passe a été réinitialisé",
    refused: "Vous ne pouvez pas réinitialiser votre mot de passe ici",
    fault: "",
    languages: "",
};

pub const ES: Words = Words {
    tag: "es",
    welcome: "¿No puede acceder a su cuenta?",
    forgot: "Olvidé mi contraseña",
    locked: "Mi cuenta está bloqueada",
    who: "Recuperar el acceso a su cuenta",
    user_id: "Identificador de usuario",
    step_1: "Paso de verificación 1",
    step_2: "Paso de verificación 2",
    app: "Escribir un código de mi aplicación de autenticación",
    mail: "Enviar un código a",
    phone: "Enviar por SMS un código",
    number: "Escriba el número completo",
    texted: "un código por SMS a",
    wrong_number: "Ese no es el número que tenemos.",
    ask: "Responder a una solicitud en mi teléfono",
    asked: "Se está enviando una solicitud",
    verified: "Eligió «Confirmar» en su teléfono.",
    open_app: "Abra la aplicación de autenticación",
    on_its_way: "Se está enviando un código",
    wrong: "Ese no es el código correcto.",
    new_password: "Elegir una contraseña nueva",
    done: "Su contraseña se ha restablecido",
    refused: "Aquí no puede restablecer su contraseña",
    fault: "",
    languages: "",
};

pub const JA: Words = Words {
    tag: "ja",
    welcome: "アカウントにアクセスできませんか？",
    forgot: "パスワードを忘れました",
    locked: "アカウントがロックされています",
    who: "アカウントへのアクセスの回復",
    user_id: "ユーザー ID",
    step_1: "確認ステップ 1",
    step_2: "確認ステップ 2",
    app: "認証アプリに表示されるコードを入力する",
    mail: "にコードを送信する",
    phone: "に SMS でコードを送信する",
    number: "番号全体を入力してください",
    texted: "SMS で",
    wrong_number: "登録されている番号と一致しません。",
    ask: "スマートフォンで要求に応答する",
    asked: "要求を送信しています",
    verified: "「承認」が選ばれました",
    open_app: "スマートフォンで認証アプリを開き",
    on_its_way: "コードを送信しています",
    wrong: "コードが正しくありません。",
    new_password: "新しいパスワードの設定",
    done: "パスワードがリセットされました",
    refused: "ここではパスワードをリセットできません",
    fault: "",
    languages: "",
};

/// What a person can do at a kiosk; each ends when the screen that comes of it is there.
pub trait Kiosk {
    /// Waits for a screen by its words.
    fn see(&mut self, words: &str);
    /// Takes the choice with this in its line, until the words of the next screen are there.
    fn choose(&mut self, choice: &str, next: &str);
    /// Types into the only field, shown or not, and goes on to the next screen.
    fn answer(&mut self, typed: &str, next: &str);
    /// Types a user ID and its password on one screen, and goes on.
    fn sign_in(&mut self, user: &str, password: &str, next: &str);
    /// Types the new password twice, and goes on.
    fn set_password(&mut self, password: &str, next: &str);
    /// Waits for words that come by themselves.
    fn news(&mut self, words: &str);
    /// Gives up whatever was begun: back to the first screen.
    fn cancel(&mut self, welcome: &str);
    /// What is shown, as one line of words.
    fn shown(&self) -> String;
    /// Every byte written so far.
    fn bytes(&self) -> Vec<u8>;
}

impl Kiosk for Pty {
    fn see(&mut self, words: &str) {
        Pty::see(self, words);
    }

    fn choose(&mut self, choice: &str, next: &str) {
        Pty::see(self, choice);
        let number = number(&self.screen(), choice);
        self.press(&number, next, |pty| pty.words().contains(next));
    }

    fn answer(&mut self, typed: &str, next: &str) {
        self.fill(typed, &format!("[{typed} "));
        self.press("\r", next, |pty| pty.words().contains(next));
    }

    fn sign_in(&mut self, user: &str, password: &str, next: &str) {
        self.fill(user, &format!("[{user} "));
        let dots = format!("[{} ", "•".repeat(password.chars().count()));
        let at = self.cursor_row();
        self.press("\t", "the password's field", |pty| pty.cursor_row() != at);
        self.fill(password, &dots);
        self.press("\r", next, |pty| pty.words().contains(next));
    }

    fn set_password(&mut self, password: &str, next: &str) {
        let dots = "•".repeat(password.chars().count());
        self.fill(password, &format!("[{dots} "));
        let twice = |pty: &Pty| pty.screen().matches(&format!("[{dots} ")).count() == 2;
        // The second field has the focus when the cursor is in its row.
        let at = self.cursor_row();
        self.press("\t", "the second field", |pty| pty.cursor_row() != at);
        self.retype(password, twice);
        self.press("\r", next, |pty| pty.words().contains(next));
    }

    fn news(&mut self, words: &str) {
        Pty::see(self, words);
    }

    fn cancel(&mut self, welcome: &str) {
        // Each wipe clears what scrolled off, too.
        let wipes = |pty: &Self| {
            String::from_utf8_lossy(&pty.raw())
                .matches("\x1b[3J")
                .count()
        };
        let before = wipes(self);
        let wiped = |pty: &Self| wipes(pty) > before && pty.words().contains(welcome);
        self.press("\x18", welcome, wiped);
    }

    fn shown(&self) -> String {
        self.words()
    }

    fn bytes(&self) -> Vec<u8> {
        self.raw()
    }
}

impl Kiosk for PlainKiosk {
    fn see(&mut self, words: &str) {
        assert!(self.shown.contains(words), "no `{words}`: {}", self.shown);
    }

    fn choose(&mut self, choice: &str, next: &str) {
        self.see(choice);
        let number = number(&self.shown, choice);
        self.shown = self.plain.ask(&number);
        self.see(next);
    }

    fn answer(&mut self, typed: &str, next: &str) {
        self.shown = self.plain.ask(typed);
        self.see(next);
    }

    fn sign_in(&mut self, user: &str, password: &str, next: &str) {
        self.plain.ask(user);
        self.answer(password, next);
    }

    fn set_password(&mut self, password: &str, next: &str) {
        self.plain.ask(password);
        self.answer(password, next);
    }

    fn news(&mut self, words: &str) {
        self.shown = self.plain.asked();
        self.see(words);
    }

    fn cancel(&mut self, welcome: &str) {
        self.shown = self.plain.ask("x");
        self.see(welcome);
    }

    fn shown(&self) -> String {
        self.shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn bytes(&self) -> Vec<u8> {
        self.plain.raw()
    }
}

/// Plain mode, and what it showed before the prompt.
pub struct PlainKiosk {
    pub plain: Plain,
    pub shown: String,
}

impl PlainKiosk {
    pub fn new(mut plain: Plain) -> Self {
        let shown = plain.asked();
        Self { plain, shown }
    }
}

/// The number of the choice whose line holds the text.
fn number(screen: &str, choice: &str) -> String {
    let line = screen.lines().find(|line| line.contains(choice));
    let line = line.unwrap_or_else(|| panic!("no choice `{choice}`:\n{screen}"));
    let before = line.split('.').next().unwrap_or_default();
    before.chars().filter(char::is_ascii_digit).collect()
}

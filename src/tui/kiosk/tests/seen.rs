//! What a person sees of every screen, in every language: nothing is cut, the cursor is on what is
//! focused, and no state is told by colour alone.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::*;
use crate::domain::language::LANGUAGES;
use crate::i18n::{File, Texts};
use crate::tui::gallery::{self, Picture};

/// The shapes of a plain terminal.
const PLAIN: [(u16, u16); 2] = [(80, 24), (80, 25)];

/// Every language, and one that is longer than any.
fn languages() -> Vec<(&'static str, Texts)> {
    let shipped = LANGUAGES.map(|tag| (tag, Texts::new(tag, File::Kiosk)));
    let mut all = vec![("pseudo", Texts::pseudo(File::Kiosk))];
    all.extend(shipped);
    all
}

/// Remembers everything that was to be said.
struct Heard<'a> {
    texts: &'a Texts,
    said: RefCell<Vec<(String, String)>>,
}

impl Say for Heard<'_> {
    fn say(&self, msg: &Msg) -> String {
        let words = self.texts.say(msg);
        let entry = (msg.id.to_string(), words.clone());
        self.said.borrow_mut().push(entry);
        words
    }
}

/// A screen, drawn.
pub(super) struct Drawn {
    pub(super) buf: Buffer,
    shown: Shown,
    said: Vec<(String, String)>,
}

impl Drawn {
    pub(super) fn new(screen: &Screen<'_>, texts: &Texts, look: &Look, size: (u16, u16)) -> Self {
        let heard = Heard {
            texts,
            said: RefCell::default(),
        };
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        let view = KioskView {
            screen,
            say: &heard,
            look,
            organisation: "Contoso",
            scroll: 0,
            caps: false,
            beside: false,
        };
        let shown = view.render(area, &mut buf);
        Self {
            buf,
            shown,
            said: heard.said.into_inner(),
        }
    }

    fn row(&self, y: u16) -> String {
        let area = *self.buf.area();
        let symbols = (area.left()..area.right()).map(|x| self.symbol(x, y));
        symbols.collect()
    }

    fn symbol(&self, x: u16, y: u16) -> &str {
        self.buf.cell((x, y)).map_or("", |cell| cell.symbol())
    }

    /// Everything that is written, in the order of reading, without spaces and what is a picture.
    pub(super) fn letters(&self) -> String {
        let rows = (0..self.buf.area().height).map(|y| self.row(y));
        let picture = |c| matches!(c, '█' | '▀' | '▄');
        let written = letters(&rows.collect::<String>()).replace(picture, "");
        // A long button goes on in the next row.
        written.replace("<][>", "").replace("][", "")
    }

    pub(super) fn picture(&self) -> String {
        samples::picture(&self.buf, self.shown.cursor)
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Everything that can be focused on a screen; nothing, where nothing can.
fn positions(screen: &Screen<'_>) -> Vec<Option<Focus>> {
    if screen.focus.is_none() {
        return vec![None];
    }
    let fields = (0..screen.fields.len()).map(Focus::Field);
    let choices = (0..screen.choices.len()).map(Focus::Choice);
    let actions = (0..screen.actions.len()).map(Focus::Action);
    fields.chain(choices).chain(actions).map(Some).collect()
}

/// Draws everything: each screen of the gallery with each focus.
fn everywhere(
    pictures: &[Picture],
    texts: &Texts,
    look: &Look,
    size: (u16, u16),
    mut each: impl FnMut(&str, &Screen<'_>, &Drawn),
) {
    for picture in pictures {
        let mut screen = picture.visit.screen();
        for focus in positions(&screen) {
            screen.focus = focus;
            let drawn = Drawn::new(&screen, texts, look, size);
            each(&picture.name, &screen, &drawn);
        }
    }
}

/// The one below can't see what it is not shown.
#[test]
fn the_gallery_has_every_screen_and_every_message() {
    let source = include_str!("../../../journey/screen.rs");
    let body = source.split_once("pub enum ScreenId {").unwrap().1;
    let body = body.split_once('}').unwrap().0;
    let lines = body.lines().map(str::trim);
    let ids: BTreeSet<&str> = lines
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(|line| line.trim_end_matches(','))
        .collect();
    assert!(ids.contains("Welcome") && ids.len() > 9, "{ids:?}");
    let pictures = gallery::all();
    let shown: BTreeSet<String> = pictures
        .iter()
        .map(|picture| format!("{:?}", picture.visit.screen().id))
        .collect();
    let lacking: Vec<_> = ids.iter().filter(|id| !shown.contains(**id)).collect();
    assert!(lacking.is_empty(), "not in src/tui/gallery.rs: {lacking:?}");

    let texts = Texts::new("en", File::Kiosk);
    let mut said = BTreeSet::new();
    // What is said instead of a code to scan, too.
    let bare = Look::new(Contrast::Mono, GlyphSet::Ascii);
    for look in [look(), bare] {
        everywhere(&pictures, &texts, &look, (80, 24), |_, _, drawn| {
            said.extend(drawn.said.iter().map(|(id, _)| id.clone()));
        });
    }
    // Of plain mode, of the demo, of a fault of the program, of a keyboard that tells; the names of
    // methods, which only letters and lists say.
    let elsewhere = [
        "plain-",
        "phone-",
        "demo-",
        "tour-",
        "keys-tour",
        "keys-kiosk",
        "kiosk-fault",
        "field-caps-lock",
        "keys-phone",
        "method-",
    ];
    let unsaid: Vec<&str> = include_str!("../../../../locales/en/kiosk.ftl")
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split(" =").next())
        .filter(|id| !said.contains(*id))
        .filter(|id| !elsewhere.iter().any(|known| id.starts_with(known)))
        .collect();
    assert!(
        unsaid.is_empty(),
        "on no screen of src/tui/gallery.rs: {unsaid:?}"
    );
}

/// Nothing is cut when Caps Lock is told, which is wherever a password is typed and nowhere else.
#[test]
fn caps_lock_is_told_below_the_password_that_is_typed() {
    let msg = Msg::new("field-caps-lock");
    for (tag, texts) in languages() {
        let mut told = 0;
        for picture in gallery::all() {
            let mut screen = picture.visit.screen();
            for focus in positions(&screen) {
                screen.focus = focus;
                let area = Rect::new(0, 0, 80, 24);
                let mut buf = Buffer::empty(area);
                let view = KioskView {
                    screen: &screen,
                    say: &texts,
                    look: &look(),
                    organisation: "Contoso",
                    scroll: 0,
                    caps: true,
                    beside: false,
                };
                let shown = view.render(area, &mut buf);
                let secret = |at: usize| screen.fields[at].secret;
                let typed = matches!(focus, Some(Focus::Field(at)) if secret(at));
                let drawn = Drawn {
                    buf,
                    shown,
                    said: Vec::new(),
                };
                let found = drawn.letters().contains(&letters(&texts.say(&msg)));
                assert_eq!(found, typed, "{tag} {}:\n{}", picture.name, drawn.picture());
                told += usize::from(found);
            }
        }
        assert!(told > 1, "{tag}");
    }
}

#[test]
fn nothing_is_cut_in_any_language() {
    let (pictures, look) = (gallery::all(), look());
    let signs = [look.glyphs.up, look.glyphs.down];
    for (tag, texts) in languages() {
        for size in PLAIN {
            everywhere(&pictures, &texts, &look, size, |name, screen, drawn| {
                // Five long questions are more than a screen; they scroll with the focus.
                if screen.fields.len() > 3 {
                    return;
                }
                let seen = drawn.letters();
                let lacks = |(_, words): &&(String, String)| !seen.contains(&letters(words));
                let cut = drawn.said.iter().find(lacks);
                let more = signs.iter().any(|sign| seen.contains(sign));
                let picture = || format!("{tag}: {name} at {size:?}\n{}", drawn.picture());
                assert!(cut.is_none() && !more, "{cut:?} {}", picture());
            });
        }
    }
}

/// Whether the cursor is on what is focused, told by the signs around it.
fn on_focus(screen: &Screen<'_>, drawn: &Drawn, texts: &Texts) -> bool {
    let at = drawn.shown.cursor.unwrap();
    let before = |cells: u16| match at.x.checked_sub(cells) {
        Some(x) => drawn.symbol(x, at.y),
        None => "",
    };
    let row = drawn.row(at.y);
    match screen.focus {
        // In the brackets under its label, whose first row is marked.
        Some(Focus::Field(field)) => {
            let label = texts.say(&screen.fields[field].label);
            let start: String = label.chars().take(4).collect();
            let marked = format!(">{}", letters(&start));
            let mut above = (0..at.y).rev().take(6).map(|y| letters(&drawn.row(y)));
            let marked = above.any(|row| row.starts_with(&marked));
            row.trim_start().starts_with('[') && before(1) != "]" && marked
        }
        Some(Focus::Choice(choice)) => {
            let number = match choice {
                0..9 => (choice + 1).to_string(),
                _ => String::new(),
            };
            before(2) == ">" && letters(&row).starts_with(&format!(">{number}"))
        }
        Some(Focus::Action(action)) => {
            let label = texts.say(&Msg::new(screen.actions[action].label()));
            let here: String = (at.x..drawn.buf.area().right())
                .map(|x| drawn.symbol(x, at.y))
                .collect();
            let first = label.split_whitespace().next().unwrap();
            let start: String = first.chars().take(3).collect();
            before(1) == ">" && before(2) == "[" && letters(&here).starts_with(&start)
        }
        None => !row.trim().is_empty(),
    }
}

#[test]
fn the_cursor_is_on_what_is_focused_in_every_frame() {
    let pictures = gallery::all();
    let looks = [
        (Contrast::Default, GlyphSet::Unicode),
        (Contrast::High, GlyphSet::Unicode),
        (Contrast::Mono, GlyphSet::Ascii),
    ];
    for (tag, texts) in languages() {
        let check = |name: &str, screen: &Screen<'_>, drawn: &Drawn| {
            // The lowest windows show the value of a field and not its label.
            let low = drawn.buf.area().height < 12;
            if !(low && matches!(screen.focus, Some(Focus::Field(_)))) {
                let on_focus = on_focus(screen, drawn, &texts);
                assert!(on_focus, "{tag}: {name}\n{}", drawn.picture());
            }
        };
        for (contrast, glyphs) in looks {
            let look = Look::new(contrast, glyphs);
            everywhere(&pictures, &texts, &look, (80, 24), check);
        }
        for size in [(80, 25), (50, 24), (40, 13), (30, 8), (20, 5)] {
            everywhere(&pictures, &texts, &look(), size, check);
        }
        everywhere(&pictures, &texts, &look(), (1, 1), |_, _, drawn| {
            assert_eq!(drawn.shown.cursor, Some(Position::ORIGIN));
        });
    }
}

/// Without styles, two places of the focus never look the same, nor a note like an error, nor a rule
/// that is met like one that is not.
#[test]
fn every_state_is_a_sign_or_a_word() {
    let texts = Texts::new("en", File::Kiosk);
    let drawn = |screen: &Screen<'_>| Drawn::new(screen, &texts, &look(), (80, 24)).letters();
    for picture in gallery::all() {
        let mut screen = picture.visit.screen();
        let mut seen = BTreeSet::new();
        for focus in positions(&screen) {
            screen.focus = focus;
            assert!(seen.insert(drawn(&screen)), "{}: {focus:?}", picture.name);
        }
        for at in 0..screen.notices.len() {
            let before = drawn(&screen);
            screen.notices[at].error ^= true;
            assert_ne!(drawn(&screen), before, "{}", picture.name);
        }
        for at in 0..screen.rules.len() {
            let mut states = BTreeSet::new();
            for met in [Some(true), Some(false), None] {
                screen.rules[at].met = met;
                assert!(states.insert(drawn(&screen)), "{}: {met:?}", picture.name);
            }
        }
        let before = drawn(&screen);
        screen.working ^= true;
        assert_ne!(drawn(&screen), before, "{}", picture.name);
    }
}

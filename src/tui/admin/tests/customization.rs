//! What visitors see of the organisation, changed with the screen in sight.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use ratatui::backend::TestBackend;

use super::*;
use crate::domain::accent::Accent;
use crate::domain::role::Role;
use crate::picture::tests::files::raw;
use crate::tui::admin::customization::Customization;
use crate::tui::canvas::Canvas;
use crate::tui::canvas::Paper as _;
use crate::tui::samples;

/// The tab in the console's frame, after these keys.
async fn customized(size: (u16, u16), commands: &[Command]) -> String {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    press(&mut place, &desk, commands).await;
    let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
    let console = Console::new(desk, Words::new("en"), look, "Contoso".into());
    let console = console.with(Tab::Customization, Box::new(place), None);
    let mut canvas = Canvas::new(TestBackend::new(size.0, size.1));
    let mut sheet = canvas.sheet().unwrap();
    let (_, cursor) = layout::draw(&console, sheet.area(), &mut sheet);
    canvas.show(sheet, cursor).unwrap();
    samples::picture(canvas.backend().buffer(), None)
}

#[tokio::test]
async fn the_form_with_the_screen_below_it() {
    insta::assert_snapshot!(customized((80, 24), &types("Fabrikam")).await);
}

#[tokio::test]
async fn the_form_with_the_screen_beside_it() {
    let mut keys = types("Fabrikam");
    keys.push(Command::Enter);
    keys.extend(types("  /\\_/\\"));
    keys.push(Command::Enter);
    keys.extend(types(" ( o.o )"));
    insta::assert_snapshot!(customized((160, 40), &keys).await);
}

#[tokio::test]
async fn the_screen_alone_in_each_language() {
    let mut pictures = Vec::new();
    for chosen in ["", "l", "llllg"] {
        let mut keys = types("Fabrikam");
        keys.push(Command::Reveal);
        keys.extend(types(chosen));
        keys.extend([Command::Next; 6]);
        keys.extend([Command::Right; 3]);
        pictures.push(customized((80, 24), &keys).await);
    }
    insta::assert_snapshot!(pictures.join("\n\n"));
}

#[tokio::test]
async fn it_is_safe_at_any_size_and_wherever_it_is_scrolled() {
    for size in [
        (1, 1),
        (10, 4),
        (56, 8),
        (60, 20),
        (81, 13),
        (124, 9),
        (200, 60),
    ] {
        for chosen in ["", "llll"] {
            let mut keys = types("Fabrikam 株式会社");
            keys.push(Command::Reveal);
            keys.extend(types(chosen));
            keys.extend([Command::Next; 30]);
            keys.extend([Command::Right; 30]);
            customized(size, &keys).await;
        }
    }
}

/// The tab of somebody with these roles, with the keys in its form.
async fn opened(roles: Vec<Role>) -> (Customization, Desk) {
    let desk = desk();
    desk.learn(roles);
    let mut place = Customization::default();
    let shown = place.shown(&desk);
    done(&mut place, shown, &desk).await;
    (place, desk)
}

/// Does the work that is asked; what comes of it.
async fn done(place: &mut dyn Place, turn: Turn, desk: &Desk) -> Turn {
    let Turn::Work(work) = turn else {
        return turn;
    };
    match work.begin(desk.clone()).await {
        Ok(then) => then(place, desk),
        Err(error) => work.failed(place, &error).unwrap(),
    }
}

/// Saves through the page that reviews it; what is said in the end.
async fn save(place: &mut Customization, desk: &Desk) -> Option<Notice> {
    let Turn::Open(mut page) = press(place, desk, &[Command::Save]).await else {
        panic!("no review:\n{}", seen(place));
    };
    let asked = page.shown(desk);
    done(page.as_mut(), asked, desk).await;
    let asked = page.key(Command::Save, desk);
    let closed = done(page.as_mut(), asked, desk).await;
    let shown = place.shown(desk);
    done(place, shown, desk).await;
    match closed {
        Turn::Close(said) => said,
        _ => None,
    }
}

/// Presses keys, one after another, with all the work they ask for.
async fn press(place: &mut Customization, desk: &Desk, commands: &[Command]) -> Turn {
    let mut turn = Turn::Stay;
    for command in commands {
        let asked = place.key(*command, desk);
        turn = done(place, asked, desk).await;
    }
    turn
}

fn types(text: &str) -> Vec<Command> {
    text.chars().map(Command::Type).collect()
}

/// The place drawn in a look.
fn drawn(place: &Customization, look: Look, size: (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut canvas = Canvas::new(TestBackend::new(size.0, size.1));
    let mut sheet = canvas.sheet().unwrap();
    let words = Words::new("en");
    let with = Drawing {
        say: &words,
        look: &look,
        focused: true,
    };
    place.draw(area, &mut sheet, with);
    canvas.show(sheet, None).unwrap();
    canvas.backend().buffer().clone()
}

fn seen(place: &Customization) -> String {
    let look = Look::new(Contrast::Default, GlyphSet::Unicode);
    samples::picture(&drawn(place, look, (140, 60)), None)
}

fn is_said(turn: &Turn, id: &str) -> bool {
    matches!(turn, Turn::Say(notice) if notice.text.is(id))
}

#[tokio::test]
async fn what_is_saved_is_what_was_in_sight() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    // Nothing is changed: that it is right as it is can be noted.
    let Turn::Confirm(asked) = press(&mut place, &desk, &[Command::Save]).await else {
        panic!("no question:\n{}", seen(&place));
    };
    let noted = (asked.then)(&mut place, &desk);
    let noted = done(&mut place, noted, &desk).await;
    assert!(is_said(&noted, "settings-confirmed"));
    press(&mut place, &desk, &types("Fabrikam")).await;
    // The accent, two fields further; then the text in English, of two lines.
    press(&mut place, &desk, &[Command::Next; 3]).await;
    press(&mut place, &desk, &[Command::Right, Command::Next]).await;
    press(&mut place, &desk, &types("Room 5.")).await;
    press(&mut place, &desk, &[Command::Enter]).await;
    press(&mut place, &desk, &types("Ring twice.")).await;
    assert!(place.unsaved());
    let before = seen(&place);
    for shown in ["  Room 5. ", "  Ring twice. ", "  Fabrikam "] {
        assert_eq!(
            before.lines().filter(|row| row.contains(shown)).count(),
            1,
            "{before}"
        );
    }
    let said = save(&mut place, &desk).await;
    assert!(said.is_some_and(|said| said.text.is("settings-saved")));
    assert!(!place.unsaved());
    let policy = desk.service().policy(now()).await.unwrap();
    assert_eq!(policy.organisation, "Fabrikam");
    assert_eq!(policy.accent, Some(Accent::Blue));
    let text = policy.sign_in_text.get("en").map(String::as_str);
    assert_eq!(text, Some("Room 5.\nRing twice."));
    assert!(policy.languages.is_empty(), "all, by not being set");
}

#[tokio::test]
async fn a_value_that_is_refused_is_told_at_its_field_and_nothing_is_saved() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    // Without a name nothing fits together.
    press(&mut place, &desk, &[Command::Next]).await;
    press(&mut place, &desk, &types("art")).await;
    press(&mut place, &desk, &[Command::Save]).await;
    let shown = seen(&place);
    assert!(
        shown.contains("! The organisation needs a name."),
        "{shown}"
    );
    press(&mut place, &desk, &types("Fabrikam")).await;
    press(&mut place, &desk, &[Command::Next]).await;
    press(&mut place, &desk, &types(&"#".repeat(60))).await;
    press(&mut place, &desk, &[Command::Save]).await;
    let shown = seen(&place);
    assert!(
        shown.contains("! Draw at most 60 columns and 6 rows"),
        "{shown}"
    );
    assert!(
        desk.service()
            .policy(now())
            .await
            .unwrap()
            .organisation
            .is_empty()
    );
}

#[tokio::test]
async fn a_picture_is_drawn_as_the_logo() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("logo.png");
    let (mut place, desk) = opened(vec![Role::Global]).await;
    press(&mut place, &desk, &[Command::Next; 2]).await;
    press(&mut place, &desk, &types(path.to_str().unwrap())).await;
    press(&mut place, &desk, &[Command::Enter]).await;
    let shown = seen(&place);
    assert!(shown.contains("! There is no PNG picture here"), "{shown}");

    let picture = raw(8, 4, |x, y| (1..7).contains(&x) && (1..3).contains(&y));
    std::fs::write(&path, picture).unwrap();
    let taken = press(&mut place, &desk, &[Command::Enter]).await;
    assert!(is_said(&taken, "custom-picture-taken"));
    let shown = seen(&place);
    // In the form, and on the screen.
    assert_eq!(shown.matches("██████").count(), 2, "{shown}");
    assert!(place.unsaved());
}

#[tokio::test]
async fn what_somebody_else_saves_is_in_sight_unless_something_is_typed() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    let pairs = [
        ("organisation.name", "Fabrikam"),
        ("branding.accent", "red"),
    ];
    let pairs = pairs.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let actor = desk.actor();
    desk.service()
        .set_policy(&actor, pairs.to_vec(), now())
        .await
        .unwrap();
    let asked = place.refresh(&desk);
    done(&mut place, asked, &desk).await;
    let shown = seen(&place);
    assert!(
        shown.contains("[Fabrikam ") && shown.contains("(x) Red"),
        "{shown}"
    );
    press(&mut place, &desk, &types("!")).await;
    let pairs = ["organisation.name=Northwind", "branding.accent=green"];
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap());
    let pairs = pairs.map(|(key, value)| (key.to_owned(), value.to_owned()));
    desk.service()
        .set_policy(&actor, pairs.to_vec(), now())
        .await
        .unwrap();
    for told in [true, false] {
        let asked = place.refresh(&desk);
        let turn = done(&mut place, asked, &desk).await;
        assert_eq!(is_said(&turn, "settings-met"), told, "once");
    }
    let shown = seen(&place);
    assert!(
        shown.contains("[Fabrikam!") && shown.contains("(x) Green"),
        "{shown}"
    );
    // What was typed is not saved over what is there by now.
    assert_eq!(save(&mut place, &desk).await, None);
    let policy = desk.service().policy(now()).await.unwrap();
    assert_eq!(policy.organisation, "Northwind");
    assert!(place.unsaved());
}

#[tokio::test]
async fn who_may_not_change_it_looks_at_it() {
    for roles in [vec![Role::AuthenticationPolicy], vec![Role::ReportsReader]] {
        let (mut place, desk) = opened(roles).await;
        press(&mut place, &desk, &types("Fabrikam")).await;
        assert!(!place.unsaved());
        let saved = press(&mut place, &desk, &[Command::Save]).await;
        assert!(matches!(saved, Turn::Stay));
        assert!(!seen(&place).contains("Logo from a picture"));
        press(&mut place, &desk, &[Command::Reveal, Command::Type('l')]).await;
        assert!(seen(&place).contains("Ich habe mein Kennwort vergessen"));
    }
}

#[tokio::test]
async fn the_screen_speaks_the_language_of_the_text_that_is_written() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    press(&mut place, &desk, &[Command::Next; 5]).await;
    press(&mut place, &desk, &types("Zimmer 5.")).await;
    let shown = seen(&place);
    assert!(shown.contains("Preview: Deutsch"), "{shown}");
    assert_eq!(shown.matches("Zimmer 5.").count(), 2, "{shown}");
    // On to the languages: German is offered no more, and not shown either.
    press(&mut place, &desk, &[Command::PageDown, Command::Previous]).await;
    press(
        &mut place,
        &desk,
        &[Command::Previous, Command::Previous, Command::Previous],
    )
    .await;
    press(&mut place, &desk, &[Command::Type(' ')]).await;
    let shown = seen(&place);
    assert!(shown.contains("Preview: English"), "{shown}");
}

#[tokio::test]
async fn the_help_desk_is_seen_where_somebody_is_turned_away() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    press(&mut place, &desk, &[Command::Next; 9]).await;
    press(&mut place, &desk, &types("https://help.example")).await;
    press(&mut place, &desk, &[Command::Next]).await;
    press(&mut place, &desk, &types("help@contoso.example")).await;
    let shown = seen(&place);
    assert!(
        shown.contains("You can't reset your password here"),
        "{shown}"
    );
    for contact in ["https://help.example", "help@contoso.example"] {
        assert_eq!(shown.matches(contact).count(), 2, "{shown}");
    }
    press(&mut place, &desk, &[Command::PageUp]).await;
    assert!(seen(&place).contains("1. I forgot my password"));
}

#[tokio::test]
async fn three_looks_and_the_signs_of_a_poor_terminal() {
    let (mut place, desk) = opened(vec![Role::Global]).await;
    press(&mut place, &desk, &types("Fabrikam")).await;
    press(&mut place, &desk, &[Command::Next; 3]).await;
    press(&mut place, &desk, &[Command::Right, Command::Reveal]).await;
    let look = Look::new(Contrast::Default, GlyphSet::Unicode);
    let mut bars = Vec::new();
    for key in ['c', 'c', 'c', 'g'] {
        let picture = drawn(&place, look, (80, 30));
        bars.push((
            picture.cell((0, 1)).unwrap().bg,
            picture.cell((0, 3)).unwrap().symbol().to_owned(),
        ));
        press(&mut place, &desk, &[Command::Type(key)]).await;
    }
    let rule = |sign: &str| sign.to_owned();
    let expected = [Color::Blue, Color::Black, Color::Reset, Color::Blue];
    assert_eq!(bars, expected.map(|colour| (colour, rule("─"))));
    let picture = drawn(&place, look, (80, 30));
    assert_eq!(picture.cell((0, 3)).unwrap().symbol(), "-");
    // Where there are no colours, there is one look.
    let mono = Look::new(Contrast::Mono, GlyphSet::Ascii);
    press(&mut place, &desk, &[Command::Type('c')]).await;
    assert_eq!(
        drawn(&place, mono, (80, 30)).cell((0, 1)).unwrap().bg,
        Color::Reset
    );
}

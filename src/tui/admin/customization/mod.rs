//! What visitors see of the organisation: its name, logo, colour and texts, the help desk, the
//! languages. A form, and beside or below it the kiosk's first screen as it would look, drawn anew
//! with each key.

mod fields;
mod pane;

use std::cell::Cell;
use std::path::PathBuf;

use ratatui::layout::{Position, Rect};

use self::fields::PICTURE;
use self::pane::Pane;
use super::desk::Desk;
use super::place::{Drawing, Notice, Place, Turn, Work};
use super::widgets::form::{Form, Input};
use super::widgets::write::Lines;
use crate::domain::msg::Msg;
use crate::domain::policy::Values;
use crate::domain::role::Permission;
use crate::domain::setting::{Kind, Setting, Value};
use crate::service::branding::LOGO;
use crate::service::refusal::Refusal;
use crate::service::{Service, ServiceError};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::window;

/// Columns of the form where the screen stands beside it.
const BESIDE: u16 = 44;
/// The fewest rows in which both have a place, the one below the other.
const BOTH: u16 = 10;

/// Every setting with the value in force.
type Rows = Vec<(String, &'static Setting, Value)>;

/// The tab.
#[derive(Default)]
pub struct Customization {
    /// The values in force, once they are known.
    values: Values,
    form: Option<Form>,
    pane: Pane,
    /// Whether the screen has the keys.
    looking: bool,
    /// Where it stood in the last frame, for the mouse.
    area: Cell<Rect>,
}

/// Asks for the values in force.
async fn ask(desk: Desk) -> Result<Rows, ServiceError> {
    let (service, now): (&Service, _) = (desk.service(), desk.now());
    service.policy_values(&desk.actor(), now).await
}

impl Customization {
    /// Begins with these values, the focus where it is; what was typed before is given up.
    fn begin(&mut self, rows: Rows, desk: &Desk) {
        self.values = rows
            .into_iter()
            .map(|(key, _, value)| (key, value))
            .collect();
        let may = desk.may(Permission::ChangeOrganisation);
        let form = fields::form(&self.values, !may);
        match &mut self.form {
            Some(old) => old.items = form.items,
            None => self.form = Some(form),
        }
        self.draw_anew();
    }

    /// The screen that shows what has the focus, as it would look with what the form holds.
    fn draw_anew(&mut self) {
        let Some(form) = &self.form else { return };
        let key = form.focused().map_or("", |item| item.key.as_str());
        // While it is looked at, the language is the one that is chosen there.
        let written = fields::language_of(key).filter(|_| !self.looking);
        let draft = fields::draft(form, &self.values);
        self.pane.show(&draft, fields::shown_on(key), written);
    }

    /// Saves what is another than before.
    fn save(&mut self) -> Turn {
        let Some(form) = &mut self.form else {
            return Turn::Stay;
        };
        let edits = match fields::edits(form, &self.values) {
            Ok(edits) if edits.is_empty() => {
                return Turn::Say(Notice::note(Msg::new("custom-nothing-changed")));
            }
            Ok(edits) => edits,
            Err((key, why)) => {
                form.reject(&key, why);
                return Turn::Stay;
            }
        };
        let work = Work::new(
            move |desk| {
                let edits = edits.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().save_policy(&actor, edits, now).await?;
                    ask(desk).await
                }
            },
            |place: &mut Self, rows, desk| {
                place.begin(rows, desk);
                Turn::Say(Notice::note(Msg::new("custom-saved")))
            },
        );
        Turn::Work(work.or(|place: &mut Self, error| {
            let ServiceError::Refused(Refusal::Setting(why)) = error else {
                return None;
            };
            let key = fields::key_of(why)?;
            place.form.as_mut()?.reject(key, why.msg());
            Some(Turn::Stay)
        }))
    }

    /// Takes the logo from the picture whose path was typed.
    fn read_picture(&self) -> Turn {
        let path = self.form.as_ref().map(|form| form.text(PICTURE));
        let Some(path) = path.filter(|path| !path.trim().is_empty()) else {
            return Turn::Stay;
        };
        let work = Work::new(
            move |desk| {
                let path = PathBuf::from(path.trim());
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().logo_at(&actor, path, now).await
                }
            },
            |place: &mut Self, art: String, _| {
                place.draw(&art);
                Turn::Say(Notice::note(Msg::new("custom-picture-taken")))
            },
        );
        Turn::Work(work.or(|place: &mut Self, error| {
            place.form.as_mut()?.reject(PICTURE, error.msg()?);
            Some(Turn::Stay)
        }))
    }

    /// Puts art into the form.
    fn draw(&mut self, art: &str) {
        let rows = match Setting::find(LOGO).map(|setting| &setting.kind) {
            Some(Kind::Art(_, rows)) => *rows,
            _ => 1,
        };
        for item in self.form.iter_mut().flat_map(|form| &mut form.items) {
            match item.key.as_str() {
                LOGO => item.input = Input::Lines(Lines::new(art, rows)),
                PICTURE => item.input = Input::text(""),
                _ => {}
            }
        }
        self.draw_anew();
    }

    /// Where the form and the screen are.
    fn split(&self, area: Rect) -> (Rect, Rect) {
        if area.width >= BESIDE + pane::SIZE.0 {
            let left = area.width - pane::SIZE.0;
            let right = Rect::new(area.x + left, area.y, pane::SIZE.0, area.height);
            let form = Rect {
                width: left - 2,
                ..area
            };
            return (form, right);
        }
        let high = match self.looking {
            true => area.height,
            false if area.height < BOTH => 0,
            false => area.height / 2,
        };
        let form = Rect {
            height: area.height - high,
            ..area
        };
        (form, Rect::new(area.x, form.bottom(), area.width, high))
    }
}

impl Place for Customization {
    fn title(&self) -> Msg {
        super::Tab::Customization.title()
    }

    fn help(&self) -> &'static str {
        "help-customization"
    }

    fn hints(&self) -> Vec<&'static str> {
        match (self.looking, self.form.as_ref().and_then(Form::focused)) {
            (true, _) => vec![
                "custom-keys-scroll",
                "custom-keys-language",
                "custom-keys-look",
            ],
            (false, Some(item)) if item.key == PICTURE => {
                vec![
                    "custom-keys-picture",
                    "custom-keys-save",
                    "custom-keys-preview",
                ]
            }
            (false, _) => vec!["custom-keys-save", "custom-keys-preview"],
        }
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        if self.unsaved() {
            return Turn::Stay;
        }
        Turn::Work(Work::new(ask, |place: &mut Self, rows, desk| {
            place.begin(rows, desk);
            Turn::Stay
        }))
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        if self.unsaved() {
            return Turn::Stay;
        }
        let told = |place: &mut Self, rows: Rows, desk: &Desk| {
            let same = |(key, _, value): &(String, _, Value)| place.values.get(key) == Some(value);
            // Nothing may have been typed meanwhile, either.
            if !place.unsaved() && !rows.iter().all(same) {
                place.begin(rows, desk);
            }
            Turn::Stay
        };
        Turn::Work(Work::new(ask, told).quiet())
    }

    fn typing(&self) -> bool {
        !self.looking && self.form.as_ref().is_some_and(Form::typing)
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        let Some(form) = &mut self.form else {
            return match command {
                Command::Back => Turn::Close(None),
                _ => Turn::Stay,
            };
        };
        let at_picture = form.focused().is_some_and(|item| item.key == PICTURE);
        match command {
            Command::Save if desk.may(Permission::ChangeOrganisation) => return self.save(),
            Command::Reveal => {
                self.looking = !self.looking;
                self.draw_anew();
            }
            Command::Back if self.looking => {
                self.looking = false;
                self.draw_anew();
            }
            Command::Back => return Turn::Close(None),
            command if self.looking => {
                self.pane.key(command);
                self.draw_anew();
            }
            Command::Enter if at_picture && !form.text(PICTURE).trim().is_empty() => {
                return self.read_picture();
            }
            command => {
                form.key(command);
                self.draw_anew();
            }
        }
        Turn::Stay
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        if let Some(form) = self.form.as_mut().filter(|_| !self.looking) {
            form.paste(text);
        }
        self.draw_anew();
        Turn::Stay
    }

    fn click(&mut self, at: Position, _: &Desk) -> Turn {
        let area = self.area.get();
        let at = Position::new(area.x + at.x, area.y + at.y);
        let (_, screen) = self.split(area);
        self.looking = screen.contains(at);
        Turn::Stay
    }

    fn unsaved(&self) -> bool {
        let form = self.form.as_ref();
        form.is_some_and(|form| form.items.iter().any(|item| item.changed()))
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        self.area.set(area);
        let (form_area, screen_area) = self.split(area);
        let form = self.form.as_ref()?;
        let looking = self.looking && with.focused;
        let on_form = Drawing {
            focused: with.focused && !self.looking,
            ..with
        };
        let rows = form.rows(on_form, form_area.width.saturating_sub(1));
        let on_form = window(rows, form_area, 0, with.look, sheet).cursor;
        let on_screen = self.pane.draw(screen_area, sheet, with, looking);
        if looking { on_screen } else { on_form }
    }
}

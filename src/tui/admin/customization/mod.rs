//! What visitors see of the organisation: its name, logo, colour and texts, the help desk, the
//! languages. A form, and beside or below it the kiosk's first screen as it would look, drawn anew
//! with each key.

mod fields;
mod pane;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::layout::{Position, Rect};

use self::fields::PICTURE;
use self::pane::Pane;
use super::desk::Desk;
use super::place::{Drawing, Notice, Place, Turn, Work};
use super::settings::{Back, Field, Outcome, ReviewPage, UndoPage, confirmed};
use super::widgets::form::{Form, Input};
use crate::domain::msg::Msg;
use crate::domain::policy::{Policy, Values};
use crate::domain::role::Permission;
use crate::domain::setting::{Setting, Value};
use crate::service::branding::LOGO;
use crate::service::policy::save::Edit;
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
pub struct Customization {
    /// The values in force as they were seen when their fields were last untouched.
    seen: Values,
    form: Form,
    /// The form is to be made anew, with these changes in it.
    anew: Option<Vec<Edit>>,
    /// Fields filled in here that somebody else was seen to change.
    met: BTreeSet<String>,
    /// What a page over the form comes to.
    back: Back,
    pane: Pane,
    /// Whether the screen has the keys.
    looking: bool,
    /// Where it stood in the last frame, for the mouse.
    area: Cell<Rect>,
}

impl Default for Customization {
    fn default() -> Self {
        Self {
            seen: Values::new(),
            form: Form::default(),
            anew: Some(Vec::new()),
            met: BTreeSet::new(),
            back: Back::default(),
            pane: Pane::default(),
            looking: false,
            area: Cell::default(),
        }
    }
}

impl Customization {
    /// Asks for the values in force.
    fn ask() -> Work {
        Work::new(
            |desk: Desk| async move {
                let (actor, now) = (desk.actor(), desk.now());
                desk.service().policy_values(&actor, now).await
            },
            |place: &mut Self, rows: Rows, desk| place.take(rows, desk),
        )
    }

    /// Takes over what is in force. What is filled in stays, with what was seen when it was.
    fn take(&mut self, rows: Rows, desk: &Desk) -> Turn {
        let now: Values = rows
            .into_iter()
            .map(|(key, _, value)| (key, value))
            .collect();
        let form = fields::form(&now, !desk.may(Permission::ChangeOrganisation));
        if let Some(edits) = self.anew.take() {
            self.seen = now;
            self.met.clear();
            // The focus stays where it is.
            self.form.items = form.items;
            for edit in edits {
                self.fill(&edit);
            }
            self.draw_anew();
            return Turn::Stay;
        }
        let mut met = false;
        for (old, new) in self.form.items.iter_mut().zip(form.items) {
            let value = now.get(&new.key);
            if value == self.seen.get(&new.key) {
                continue;
            }
            if old.changed() {
                met |= self.met.insert(new.key);
                continue;
            }
            match value {
                Some(value) => self.seen.insert(new.key.clone(), value.clone()),
                None => self.seen.remove(&new.key),
            };
            *old = new;
        }
        self.draw_anew();
        match met {
            true => Turn::Say(Notice::error(Msg::new("settings-met"))),
            false => Turn::Stay,
        }
    }

    /// Fills a value in, not saved yet.
    fn fill(&mut self, edit: &Edit) {
        let items = &mut self.form.items;
        let item = items.iter_mut().find(|item| item.key == edit.key);
        if let (Some(item), Some(setting)) = (item, Setting::find(&edit.key)) {
            let field = Field::new(edit.key.clone(), setting, edit.seen.clone());
            item.input = fields::input(&field, &edit.value);
        }
    }

    /// The screen that shows what has the focus, as it would look with what the form holds.
    fn draw_anew(&mut self) {
        let key = self.form.focused().map_or("", |item| item.key.as_str());
        // While it is looked at, the language is the one that is chosen there.
        let written = fields::language_of(key).filter(|_| !self.looking);
        let draft = Policy::new(&fields::draft(&self.form, &self.seen));
        self.pane.show(&draft, fields::shown_on(key), written);
    }

    /// Shows what saving would come to.
    fn save(&mut self) -> Turn {
        match fields::edits(&self.form, &self.seen) {
            Ok(edits) if edits.is_empty() => {
                let keys = self.form.items.iter().map(|item| item.key.clone());
                confirmed::<Self>(keys.filter(|key| Setting::find(key).is_some()).collect())
            }
            Ok(edits) => Turn::Open(Box::new(ReviewPage::new(edits, self.back.clone()))),
            Err((key, why)) => {
                self.form.reject(&key, why);
                Turn::Stay
            }
        }
    }

    /// Takes the logo from the picture whose path was typed.
    fn read_picture(&self) -> Turn {
        let path = PathBuf::from(self.form.text(PICTURE).trim());
        let work = Work::new(
            move |desk: Desk| {
                let path = path.clone();
                async move {
                    let (actor, now) = (desk.actor(), desk.now());
                    desk.service().logo_at(&actor, path, now).await
                }
            },
            |place: &mut Self, art: String, _| {
                place.put_logo(art);
                Turn::Say(Notice::note(Msg::new("custom-picture-taken")))
            },
        );
        Turn::Work(work.or(|place: &mut Self, error| {
            place.form.reject(PICTURE, error.msg()?);
            Some(Turn::Stay)
        }))
    }

    /// Puts art into the form.
    fn put_logo(&mut self, art: String) {
        let value = Value::Text(art);
        self.fill(&Edit {
            key: LOGO.to_owned(),
            seen: value.clone(),
            value,
        });
        for item in &mut self.form.items {
            if item.key == PICTURE {
                item.input = Input::text("");
            }
        }
        self.draw_anew();
    }

    fn at_picture(&self) -> bool {
        self.form.focused().is_some_and(|item| item.key == PICTURE)
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
        if self.looking {
            return vec![
                "custom-keys-scroll",
                "custom-keys-language",
                "custom-keys-look",
            ];
        }
        let mut hints = Vec::new();
        // Where nothing may be changed there is no field for a picture.
        if self.form.item(PICTURE).is_some() {
            if self.at_picture() {
                hints.push("custom-keys-picture");
            }
            hints.push("keys-review");
        }
        hints.push("custom-keys-preview");
        if self.form.item(PICTURE).is_some() && !self.typing() {
            hints.push("keys-undo");
        }
        hints
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        match self.back.take() {
            Outcome::Nothing | Outcome::Picked(..) if self.unsaved() => return Turn::Stay,
            Outcome::Nothing | Outcome::Picked(..) | Outcome::Saved => self.anew = Some(Vec::new()),
            Outcome::Left(edits) => self.anew = Some(edits),
        }
        Turn::Work(Self::ask())
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        Turn::Work(Self::ask().quiet())
    }

    fn typing(&self) -> bool {
        !self.looking && self.form.typing()
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        let may = desk.may(Permission::ChangeOrganisation);
        match command {
            Command::Save if may => return self.save(),
            Command::Reveal => self.looking = !self.looking,
            Command::Back if self.looking => self.looking = false,
            Command::Back => return Turn::Close(None),
            Command::Type('u') if may && !self.looking && !self.typing() => {
                return Turn::Open(Box::new(UndoPage::new(self.back.clone())));
            }
            command if self.looking => self.pane.key(command),
            Command::Enter if self.at_picture() && !self.form.text(PICTURE).trim().is_empty() => {
                return self.read_picture();
            }
            command => {
                self.form.key(command);
            }
        }
        self.draw_anew();
        Turn::Stay
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        if !self.looking {
            self.form.paste(text);
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
        self.form.changed()
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        self.area.set(area);
        let (form_area, screen_area) = self.split(area);
        let looking = self.looking && with.focused;
        let on_form = Drawing {
            focused: with.focused && !self.looking,
            ..with
        };
        let rows = self.form.rows(on_form, form_area.width.saturating_sub(1));
        let on_form = window(rows, form_area, 0, with.look, sheet).cursor;
        let on_screen = self.pane.draw(screen_area, sheet, with, looking);
        if looking { on_screen } else { on_form }
    }
}

//! What is typed, and into which field.

use super::entry::Entry;
use super::input::Edit;
use super::screen::Focus;
use super::state::State;
use super::visit::Visit;

impl Visit {
    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        match (&mut self.state, field) {
            (State::Who(who), 0) => Some(&mut who.user),
            (State::Number(number), 0) => Some(&mut number.typed),
            (State::Who(who), 1) => Some(&mut who.typed),
            (State::Code(code), 0) => Some(&mut code.code),
            (State::Pass(pass), 0) => Some(&mut pass.typed),
            (State::Questions(questions), _) => questions.answers.get_mut(field),
            (State::Password(password), _) => password.new.entry(field),
            (State::Account(account), _) => account.page.entry(field),
            _ => None,
        }
    }

    pub(super) fn edit(&mut self, edit: &Edit) {
        if let Some(Focus::Field(field)) = self.focused()
            && let Some(entry) = self.entry(field)
        {
            entry.edit(edit);
            self.edited();
        }
    }

    pub(super) fn fill(&mut self, field: usize, mut text: String) {
        if let Some(entry) = self.entry(field) {
            entry.fill(&text);
            self.edited();
        }
        zeroize::Zeroize::zeroize(&mut text);
    }

    /// What was said about the old text no longer holds.
    fn edited(&mut self) {
        match &mut self.state {
            State::Who(who) => who.error = None,
            State::Number(number) => number.error = None,
            State::Code(code) => code.notice = None,
            State::Pass(pass) => pass.error = None,
            State::Questions(questions) => questions.error = None,
            State::Password(password) => password.new.edited(),
            State::Account(account) => account.page.edited(),
            _ => {}
        }
    }
}

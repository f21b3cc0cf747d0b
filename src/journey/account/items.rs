//! What is registered or provided, in words: one line each.

use crate::domain::enrolment::{Holder, Item};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::journey::screen::Choice;

/// The message of a method that begins so: `method-email` becomes `PREFIX-email`.
pub fn message(prefix: &str, method: Method) -> String {
    method.message().replacen("method", prefix, 1)
}

/// Which method, and where it leads.
pub fn label(item: &Item) -> Msg {
    let label = Msg::new(message("item", item.method));
    match (&item.masked, item.answers) {
        (Some(masked), _) => label.text("address", masked),
        (None, Some(answers)) => label.number("count", answers),
        (None, None) => label,
    }
}

/// Who holds it and since when, or that it can't be used.
pub fn detail(item: &Item) -> Msg {
    if !item.usable {
        return Msg::new("item-detail-unusable");
    }
    match (item.holder, item.since, item.preferred) {
        (Holder::Own, Some(since), false) => Msg::new("item-detail-own").time("date", since),
        (Holder::Own, Some(since), true) => Msg::new("item-detail-own-first").time("date", since),
        (_, _, false) => Msg::new("item-detail-provided"),
        (_, _, true) => Msg::new("item-detail-provided-first"),
    }
}

/// The line of a list.
pub fn line(item: &Item) -> Choice {
    Choice {
        label: label(item),
        detail: Some(detail(item)),
    }
}

/// The line that offers to set a method up, with what is advised of it.
pub fn addable(method: Method) -> Choice {
    let label = message("add-choice", method);
    let detail = match method {
        Method::AppNotification | Method::AppCode => "add-detail-recommended",
        Method::Email => "add-detail-good",
        Method::MobilePhone | Method::OfficePhone | Method::SecurityQuestions => {
            "add-detail-weaker"
        }
    };
    Choice {
        label: Msg::new(label),
        detail: Some(Msg::new(detail)),
    }
}

//! Which language: the wishes in their order, the first that is shipped.

use fluent_langneg::{NegotiationStrategy, convert_vec_str_to_langids_lossy, negotiate_languages};

use crate::domain::language::LANGUAGES;

/// Where wishes come from, the strongest first.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// `--lang`.
    pub flag: Option<String>,
    /// The kiosk's default, from the configuration.
    pub kiosk: Option<String>,
    /// `LANGUAGE`, tags separated by colons.
    pub language: Option<String>,
    /// `LC_ALL`.
    pub lc_all: Option<String>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<String>,
    /// `LANG`.
    pub lang: Option<String>,
}

impl Wishes {
    /// The wishes of an environment.
    pub fn of(
        flag: Option<String>,
        kiosk: Option<String>,
        env: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        Self {
            flag,
            kiosk,
            language: env("LANGUAGE"),
            lc_all: env("LC_ALL"),
            lc_messages: env("LC_MESSAGES"),
            lang: env("LANG"),
        }
    }

    fn tags(&self) -> Vec<String> {
        let locale = self
            .lc_all
            .as_ref()
            .or(self.lc_messages.as_ref())
            .or(self.lang.as_ref());
        let neutral = locale.is_none_or(|name| tag_of(name).is_none());
        let mut tags: Vec<String> = Vec::new();
        tags.extend(self.flag.as_deref().and_then(tag_of));
        tags.extend(self.kiosk.as_deref().and_then(tag_of));
        if !neutral {
            let list = self.language.as_deref().unwrap_or_default();
            tags.extend(list.split(':').filter_map(tag_of));
        }
        tags.extend(locale.and_then(|name| tag_of(name)));
        tags
    }
}

/// The language for these wishes; English when none is shipped.
pub fn negotiate(wishes: &Wishes) -> String {
    let found = wishes.tags().into_iter().find_map(|tag| shipped(&tag));
    found.unwrap_or("en").to_owned()
}

/// The shipped language that serves a tag, if one does.
pub fn shipped(tag: &str) -> Option<&'static str> {
    let wanted = convert_vec_str_to_langids_lossy([tag]);
    let available = convert_vec_str_to_langids_lossy(LANGUAGES);
    let matched = negotiate_languages(&wanted, &available, None, NegotiationStrategy::Lookup);
    let best = matched.first()?.to_string();
    LANGUAGES.into_iter().find(|known| *known == best)
}

/// The tag of a locale's name, aliases resolved; none for `C` and `POSIX`.
fn tag_of(name: &str) -> Option<String> {
    let bare = name.split(['.', '@']).next().unwrap_or_default();
    if bare.is_empty() || bare == "C" || bare == "POSIX" {
        return None;
    }
    let tag = bare.replace('_', "-");
    let (language, rest) = tag.split_once('-').unwrap_or((&tag, ""));
    let alias = match (language, rest) {
        ("no" | "nn", _) => "nb",
        ("iw", _) => "he",
        ("in", _) => "id",
        ("sr", _) => "sr-Latn",
        ("pt", "BR") => "pt-BR",
        ("pt", _) => "pt-PT",
        ("zh", "TW" | "HK" | "MO") => "zh-Hant",
        ("zh", "" | "CN" | "SG") => "zh-Hans",
        _ => &tag,
    };
    Some(alias.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_wishes() {
        let pick = |flag: &str, kiosk: &str, env: &[(&str, &str)]| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let env = |name: &str| {
                env.iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, v)| (*v).to_owned())
            };
            negotiate(&Wishes::of(some(flag), some(kiosk), env))
        };
        assert_eq!(pick("", "", &[]), "en");
        assert_eq!(pick("ja", "de", &[("LANG", "en_GB.UTF-8")]), "ja");
        assert_eq!(pick("", "de", &[("LANG", "ja_JP.UTF-8")]), "de");
        assert_eq!(pick("", "", &[("LANG", "de_AT.UTF-8@euro")]), "de");
        assert_eq!(
            pick("", "", &[("LANG", "de_AT"), ("LC_ALL", "ja_JP")]),
            "ja"
        );
        assert_eq!(
            pick("", "", &[("LANGUAGE", "xx:ja:de"), ("LANG", "en_US")]),
            "ja"
        );
        assert_eq!(
            pick("", "", &[("LANGUAGE", "ja"), ("LANG", "C.UTF-8")]),
            "en"
        );
        assert_eq!(pick("xx", "", &[("LANG", "de_DE")]), "de");
        assert_eq!(pick("", "", &[("LANG", "fr_CA.UTF-8")]), "fr");
        assert_eq!(pick("", "", &[("LANG", "es_MX.UTF-8")]), "es");
        assert_eq!(pick("es-419", "", &[]), "es");
        // A neighbour is another language.
        assert_eq!(pick("ca", "", &[("LANG", "pt_BR")]), "en");
        assert_eq!(pick("../../etc", "", &[]), "en");
    }
}

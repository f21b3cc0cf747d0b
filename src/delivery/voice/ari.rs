//! Calls through an exchange that is driven by the Asterisk REST Interface: the channel is originated
//! into an application of its own, what becomes of it is heard over a WebSocket. A second listener
//! takes an application's events away from the first, so its name can't be guessed and is never used
//! twice. Whatever happens, the channel is deleted at the end; should this process not get to that,
//! the exchange itself ends the call.

mod api;
mod conversation;
mod outcome;
mod wire;

use std::sync::atomic::AtomicBool;

use self::api::{Api, Origin};
use self::conversation::Conversation;
use super::VoiceError;
use crate::config::Ari as Config;
use crate::delivery::is_plain_id;
use crate::domain::call::{Call, CallEnd, CallEvent, dialled};
use crate::domain::outgoing::Delivery;

/// An exchange, ready to be asked for calls.
pub struct Ari {
    api: Api,
    instance: String,
    endpoint: String,
    prompts: String,
}

/// A call's channel at the exchange; hung up when this is dropped.
struct Line<'a> {
    api: &'a Api,
    channel: &'a str,
    is_gone: bool,
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if !self.is_gone {
            self.api.hang_up(self.channel);
        }
    }
}

impl Ari {
    /// Reads password and roots; connects to nothing.
    pub(super) fn open(config: &Config, instance: &str) -> Result<Self, VoiceError> {
        Ok(Self {
            api: Api::open(config)?,
            instance: instance.to_owned(),
            endpoint: config.endpoint.clone(),
            prompts: config.prompts.display().to_string(),
        })
    }

    /// Makes one call and stays until its end.
    pub(super) fn call(
        &self,
        call: &Call,
        stop: &AtomicBool,
        event: &mut dyn FnMut(CallEvent),
    ) -> CallEnd {
        let never = |cause: &str| CallEnd::Failed(Delivery::Never(cause.to_owned()));
        if !is_plain_id(&call.id) {
            return never("the call has no usable id");
        }
        let Some((number, extension)) = dialled(&call.to) else {
            return never("the number can't be dialled");
        };
        // Both together must stay short: an exchange refuses to dial for names of 74 characters each.
        let app = format!("keyhatch-{}-{}", self.instance, call.id);
        let channel = format!("keyhatch-{}", call.id);
        let events = match self.api.listen(&app) {
            Ok(events) => events,
            Err(failure) => return CallEnd::Failed(failure),
        };
        // Before the request: one without an answer may have been heard.
        let mut line = Line {
            api: &self.api,
            channel: &channel,
            is_gone: false,
        };
        let origin = Origin {
            endpoint: self.endpoint.replace("{number}", number),
            app: &app,
        };
        if let Err(failure) = self.api.originate(&channel, &origin) {
            return CallEnd::Failed(failure);
        }
        let prompts = self.prompts_for(call);
        Conversation::new(&mut line, events, extension, prompts).run(stop, event)
    }

    /// What to play, the one wanted most last.
    fn prompts_for(&self, call: &Call) -> Vec<String> {
        let mut languages = Vec::new();
        for tag in ["en", &call.fallback, &call.language] {
            let is_tag = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if is_tag && !tag.is_empty() {
                languages.retain(|known| *known != tag);
                languages.push(tag);
            }
        }
        let folder = self.prompts.trim_end_matches('/');
        let named = languages.iter().map(|tag| format!("sound:{folder}/{tag}"));
        named.collect()
    }
}

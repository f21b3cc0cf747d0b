//! Requests in a spool folder: each names the file that its answer is to be written into.

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;

use super::{Heard, SLICE, While};
use crate::delivery::Spool;
use crate::delivery::spool::Entry;
use crate::domain::outgoing::{Answer, Delivery, PushRequest};

/// The channel's word in the file.
const CHANNEL: &str = "push";
/// More than this is no answer.
const ANSWER: u64 = 64;

impl Spool {
    /// Puts one request into the folder. One that is already there stays as it is.
    pub(super) fn send_request(&self, request: &PushRequest) -> Delivery {
        let reply = self.reply_file(&request.reply);
        let entry = Entry {
            id: &request.id,
            channel: CHANNEL,
            to: &request.topic,
            subject: &request.title,
            text: request.text.expose(),
            html: None,
            language: &request.language,
            created: request.created.to_string(),
            reply: Some(reply.display().to_string()),
        };
        self.put(&entry)
    }

    /// Watches the file: each of the two words is heard once it is there, and once.
    pub(super) fn listen(
        &self,
        reply: &str,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) {
        let file = self.reply_file(reply);
        let mut heard = None;
        loop {
            let said = read(&file).filter(|answer| heard != Some(*answer));
            if let Some(answer) = said
                && !hear(Heard::Answer(answer))
            {
                return;
            }
            heard = said.or(heard);
            if !time.rest(SLICE) {
                return;
            }
        }
    }

    fn reply_file(&self, reply: &str) -> PathBuf {
        self.folder().join(format!("{reply}.reply"))
    }
}

/// What a file says; nothing before its line is whole.
fn read(path: &PathBuf) -> Option<Answer> {
    // Anything but a file could keep us waiting.
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut text = String::new();
    let file = File::open(path).ok()?;
    file.take(ANSWER).read_to_string(&mut text).ok()?;
    let said = text.trim();
    Answer::ALL.into_iter().find(|answer| answer.key() == said)
}

//! A folder of calls: one file each, which names the file that the answer is written into.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{ANSWER, LOOK, RING};
use crate::delivery::Spool;
use crate::delivery::spool::Entry;
use crate::domain::call::{Call, CallEnd, CallEvent};
use crate::domain::outgoing::{Channel, Delivery};

/// The most bytes of an answer that are looked at.
const MOST_BYTES: u64 = 64;

/// A spool folder of calls.
pub struct VoiceSpool {
    folder: PathBuf,
    patience: Duration,
}

impl VoiceSpool {
    /// The spool in this folder, which is made at the first call if only it is missing.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            patience: RING + ANSWER,
        }
    }

    /// Leaves the call in the folder and waits for its answer.
    pub(super) fn call(
        &self,
        call: &Call,
        stop: &AtomicBool,
        event: &mut dyn FnMut(CallEvent),
    ) -> CallEnd {
        let reply = self.folder.join(format!("{}.reply", call.id));
        match self.put(call, &reply) {
            Delivery::Accepted => {}
            failed => return CallEnd::Failed(failed),
        }
        event(CallEvent::Ringing);
        let until = Instant::now() + self.patience;
        while !stop.load(Ordering::Relaxed) {
            if let Some(end) = read(&reply) {
                // Nobody finds the answer of one call for another.
                let _ = fs::remove_file(&reply);
                if matches!(end, CallEnd::Approved | CallEnd::Fraud | CallEnd::NoKey) {
                    event(CallEvent::Answered);
                }
                return end;
            }
            if Instant::now() >= until {
                return CallEnd::NoAnswer;
            }
            thread::sleep(LOOK);
        }
        CallEnd::Failed(Delivery::Later("the call was broken off".to_owned()))
    }

    fn put(&self, call: &Call, reply: &Path) -> Delivery {
        Spool::new(self.folder.clone()).put(&Entry {
            id: &call.id,
            channel: Channel::Voice.key(),
            to: &call.to,
            subject: "",
            text: call.text.expose(),
            html: None,
            language: &call.language,
            created: call.created.to_string(),
            reply: Some(reply.display().to_string()),
        })
    }
}

/// What the answer says, once it is written: a whole line, or one of the four words.
fn read(reply: &Path) -> Option<CallEnd> {
    if !fs::symlink_metadata(reply).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let file = File::open(reply).ok()?;
    file.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    match line.trim_ascii() {
        b"#" => Some(CallEnd::Approved),
        b"*" => Some(CallEnd::Fraud),
        b"busy" => Some(CallEnd::Busy),
        b"no-answer" => Some(CallEnd::NoAnswer),
        // What else there is in it was no key.
        _ if bytes.contains(&b'\n') || bytes.len() > 32 => Some(CallEnd::NoKey),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::secret::SecretText;
    use crate::domain::time::Timestamp;

    fn call(id: &str) -> Call {
        Call {
            id: id.to_owned(),
            to: "+14255550100x123".to_owned(),
            language: "de".to_owned(),
            fallback: "en".to_owned(),
            text: SecretText::copied("Drücken Sie die Raute-Taste."),
            created: Timestamp::from_seconds(86_400),
        }
    }

    /// Makes a call and answers it so; what it ended with and how it went.
    fn answered(with: &str) -> (CallEnd, Vec<CallEvent>) {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("calls");
        let mut spool = VoiceSpool::new(folder.clone());
        spool.patience = Duration::from_secs(20);
        let mut events = Vec::new();
        let end = spool.call(&call("c-1"), &AtomicBool::new(false), &mut |event| {
            if event == CallEvent::Ringing {
                let text = fs::read(folder.join("c-1.json")).unwrap();
                let entry: Value = serde_json::from_slice(&text).unwrap();
                fs::write(entry["reply"].as_str().unwrap(), with).unwrap();
                let expected = json!({
                    "id": "c-1", "channel": "voice", "to": "+14255550100x123", "subject": "",
                    "text": "Drücken Sie die Raute-Taste.", "html": null, "language": "de",
                    "created": "1970-01-02T00:00:00Z", "reply": folder.join("c-1.reply"),
                });
                assert_eq!(entry, expected);
            }
            events.push(event);
        });
        assert!(!folder.join("c-1.reply").exists());
        (end, events)
    }

    #[test]
    fn the_answer_decides() {
        use CallEvent::{Answered, Ringing};
        for (with, end, events) in [
            ("#\n", CallEnd::Approved, &[Ringing, Answered][..]),
            ("#", CallEnd::Approved, &[Ringing, Answered]),
            ("*\r\n", CallEnd::Fraud, &[Ringing, Answered]),
            ("busy\n", CallEnd::Busy, &[Ringing]),
            ("no-answer", CallEnd::NoAnswer, &[Ringing]),
            ("5\n", CallEnd::NoKey, &[Ringing, Answered]),
            ("\n", CallEnd::NoKey, &[Ringing, Answered]),
            ("##\n", CallEnd::NoKey, &[Ringing, Answered]),
            (&"x".repeat(10_000), CallEnd::NoKey, &[Ringing, Answered]),
        ] {
            assert_eq!(answered(with), (end, events.to_vec()), "{with:?}");
        }
    }

    #[test]
    fn nothing_written_is_nobody_there() {
        let root = tempfile::tempdir().unwrap();
        let mut spool = VoiceSpool::new(root.path().to_owned());
        spool.patience = Duration::from_millis(150);
        let left_alone = |id: &str, stop: bool| {
            let stop = AtomicBool::new(stop);
            spool.call(&call(id), &stop, &mut |_| {})
        };
        // Something that was only begun is no answer.
        fs::write(root.path().join("c-2.reply"), "bu").unwrap();
        assert_eq!(left_alone("c-2", false), CallEnd::NoAnswer);
        std::os::unix::fs::symlink("/etc/hostname", root.path().join("c-3.reply")).unwrap();
        assert_eq!(left_alone("c-3", false), CallEnd::NoAnswer);
        let stopped = left_alone("c-4", true);
        assert!(matches!(stopped, CallEnd::Failed(Delivery::Later(_))));
        let never = left_alone("../c", false);
        assert!(matches!(never, CallEnd::Failed(Delivery::Never(_))));
    }
}

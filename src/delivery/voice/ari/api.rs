//! The requests to the exchange and what it tells of itself. Bodies of answers are never read; of
//! what it tells, a message is at most a few kilobytes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use serde::{Deserialize, Serialize};
use tungstenite::client::IntoClientRequest;
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{HandshakeError, Message, WebSocket, client::client_with_config};
use ureq::Agent;
use ureq::http::{HeaderValue, Request, Uri};

use super::outcome;
use super::wire::Wire;
use crate::config::Ari as Config;
use crate::delivery::trust;
use crate::delivery::voice::{RING, VoiceError};
use crate::domain::outgoing::Delivery;
use crate::domain::secret::SecretText;

/// How long connecting may take, and how long one request with its answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// The most bytes of an answer's head.
const HEAD: usize = 16 * 1024;
/// The most bytes of one event; the exchange describes a whole channel in each.
const EVENT: usize = 64 * 1024;
/// How long a channel lives at most, whoever still knows of it.
const LIFETIME: &str = "180";

/// The interface of an exchange.
pub(super) struct Api {
    base: String,
    host: String,
    port: u16,
    tls: Option<Arc<ClientConfig>>,
    authorization: SecretText,
    client: Agent,
}

/// What is dialled, and who hears of it.
pub(super) struct Origin<'a> {
    /// The technology and resource.
    pub(super) endpoint: String,
    /// The application.
    pub(super) app: &'a str,
}

/// A request to make a channel.
#[derive(Serialize)]
struct Originate<'a> {
    endpoint: &'a str,
    app: &'a str,
    timeout: u64,
    variables: Variables,
}

/// What the exchange itself is told about the channel.
#[derive(Serialize)]
struct Variables {
    #[serde(rename = "TIMEOUT(absolute)")]
    lifetime: &'static str,
}

/// One thing that happened, as far as it matters here.
#[derive(Deserialize)]
pub(super) struct Event {
    /// Which kind of thing.
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// The channel it is about.
    pub(super) channel: Option<Channel>,
    /// The key that was pressed.
    pub(super) digit: Option<String>,
    /// Why a channel is gone.
    pub(super) cause: Option<i64>,
    /// What was played.
    pub(super) playback: Option<Playback>,
}

/// A channel, as an event names it.
#[derive(Deserialize)]
pub(super) struct Channel {
    /// Its id, ours.
    pub(super) id: String,
    /// How far it is.
    #[serde(default)]
    pub(super) state: String,
}

/// A playback, as an event names it.
#[derive(Deserialize)]
pub(super) struct Playback {
    /// How it went.
    #[serde(default)]
    pub(super) state: String,
}

/// The events of one application.
pub(super) struct Events(WebSocket<Wire>);

impl Api {
    /// Reads password and roots.
    pub(super) fn open(config: &Config) -> Result<Self, VoiceError> {
        let base = config.url.trim_end_matches('/').to_owned();
        let uri: Uri = base.parse().map_err(|_| VoiceError::Url)?;
        let is_secure = uri.scheme_str() == Some("https");
        let host = uri.host().ok_or(VoiceError::Url)?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let roots = match is_secure {
            true => Some(trust::roots(config.ca_file.as_deref())?),
            false => None,
        };
        let tls = roots.as_ref().map(|roots| {
            let mut store = RootCertStore::empty();
            let ders = roots.iter().map(|root| CertificateDer::from(root.der()));
            store.add_parsable_certificates(ders);
            session(store)
        });
        let tls = tls.transpose().map_err(|_| VoiceError::Url)?;
        let password = config.password.read()?;
        let login = SecretText::new(format!("{}:{}", config.username, password.expose()));
        let encoded = SecretText::new(BASE64.encode(login.expose().as_bytes()));
        let mut client = Agent::config_builder()
            .https_only(is_secure)
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent("keyhatch")
            .max_response_header_size(HEAD)
            .max_idle_connections(0)
            .timeout_global(Some(PATIENCE));
        if let Some(roots) = roots {
            client = client.tls_config(trust::client(roots));
        }
        Ok(Self {
            host: host.to_owned(),
            port: uri.port_u16().unwrap_or(if is_secure { 443 } else { 80 }),
            base,
            tls,
            authorization: SecretText::new(format!("Basic {}", encoded.expose())),
            client: client.build().new_agent(),
        })
    }

    /// Registers the application by listening to it.
    pub(super) fn listen(&self, app: &str) -> Result<Events, Delivery> {
        let nonsense = || outcome::later("has no usable address; check url in [voice]");
        // The scheme of a WebSocket is that of its address: ws for http, wss for https.
        let base = self.base.replacen("http", "ws", 1);
        let address = format!("{base}/events?app={app}");
        let mut request = address.into_client_request().map_err(|_| nonsense())?;
        let login = self.login().ok_or_else(nonsense)?;
        request.headers_mut().insert("authorization", login);
        let wire = Wire::connect(&self.host, self.port, self.tls.as_ref(), PATIENCE);
        let wire = wire.map_err(|error| outcome::unreachable(&error))?;
        let bounds = WebSocketConfig::default()
            .read_buffer_size(8 * 1024)
            .write_buffer_size(0)
            .max_write_buffer_size(EVENT)
            .max_frame_size(Some(EVENT))
            .max_message_size(Some(EVENT));
        match client_with_config(request, wire, Some(bounds)) {
            Ok((socket, _)) => Ok(Events(socket)),
            Err(HandshakeError::Interrupted(_)) => Err(outcome::later("gave no answer in time")),
            Err(HandshakeError::Failure(error)) => Err(outcome::deaf(&error)),
        }
    }

    /// Makes a channel of this name, which rings.
    pub(super) fn originate(&self, channel: &str, origin: &Origin<'_>) -> Result<(), Delivery> {
        let wanted = Originate {
            endpoint: &origin.endpoint,
            app: origin.app,
            timeout: RING.as_secs(),
            variables: Variables { lifetime: LIFETIME },
        };
        let body = serde_json::to_vec(&wanted).unwrap_or_default();
        self.ask("POST", &format!("/channels/{channel}"), &body)
    }

    /// Dials digits on a channel that was answered.
    pub(super) fn dial(&self, channel: &str, digits: &str) -> Result<(), Delivery> {
        let body = serde_json::json!({ "dtmf": digits, "duration": 150, "between": 150 });
        let path = format!("/channels/{channel}/dtmf");
        self.ask("POST", &path, body.to_string().as_bytes())
    }

    /// Plays a recording.
    pub(super) fn play(&self, channel: &str, recording: &str) -> Result<(), Delivery> {
        let body = serde_json::json!({ "media": recording });
        let path = format!("/channels/{channel}/play");
        self.ask("POST", &path, body.to_string().as_bytes())
    }

    /// Ends a channel. One that is gone already is no matter; one that can't be ended now ends by
    /// its lifetime.
    pub(super) fn hang_up(&self, channel: &str) {
        let _ = self.ask("DELETE", &format!("/channels/{channel}"), &[]);
    }

    fn ask(&self, method: &str, path: &str, body: &[u8]) -> Result<(), Delivery> {
        let nonsense = || outcome::later("has no usable address; check url in [voice]");
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header("authorization", self.login().ok_or_else(nonsense)?);
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        let answer = match body.is_empty() {
            true => self.client.run(request.body(()).map_err(|_| nonsense())?),
            false => self.client.run(request.body(body).map_err(|_| nonsense())?),
        };
        match answer.map(|answer| answer.status().as_u16()) {
            Ok(200..=299) => Ok(()),
            Ok(status) => Err(outcome::refused(status)),
            Err(error) => Err(outcome::unanswered(&error)),
        }
    }

    fn login(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(self.authorization.expose()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

fn session(roots: RootCertStore) -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(Arc::new(config))
}

impl Drop for Events {
    fn drop(&mut self) {
        let _ = self.0.close(None);
        let _ = self.0.flush();
    }
}

impl Events {
    /// What happened next; nothing where nothing did for so long, or where it means nothing here.
    pub(super) fn next(&mut self, patience: Duration) -> Result<Option<Event>, Delivery> {
        self.0.get_mut().wait_until(Instant::now() + patience);
        match self.0.read() {
            Ok(Message::Text(text)) => match serde_json::from_str(text.as_str()) {
                Ok(event) => Ok(Some(event)),
                Err(_) => Err(outcome::later("said what was not understood")),
            },
            Ok(Message::Close(_)) => Err(outcome::later("broke the connection off")),
            Ok(_) => Ok(None),
            Err(tungstenite::Error::Io(error))
                if matches!(
                    error.kind(),
                    std::io::ErrorKind::WouldBlock | std::io::ErrorKind::Interrupted
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(outcome::deaf(&error)),
        }
    }
}

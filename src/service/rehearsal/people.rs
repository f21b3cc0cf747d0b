//! The people of Contoso, as `assets/demo/people.csv` has them. Their telephone numbers are of
//! ranges that regulators keep for fiction (Ofcom, NANPA, Bundesnetzagentur, Arcep), their domains
//! are nobody's (RFC 2606).

use std::sync::Arc;

use serde::Deserialize;

use crate::domain::method::Method;
use crate::service::ServiceError;
use crate::service::form::Form;
use crate::service::import::{Entry, Line, Lines};
use crate::service::refusal::Refusal;

const FILE: &str = include_str!("../../../assets/demo/people.csv");

/// The departments, each a group.
pub const DEPARTMENTS: [&str; 8] = [
    "Finance",
    "Human Resources",
    "Legal",
    "Logistics",
    "Production",
    "Research",
    "Sales",
    "Service Desk",
];

/// One row of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Person {
    /// The principal name, which is the primary address, too.
    pub upn: String,
    name: String,
    given: String,
    surname: String,
    /// The address outside the organisation.
    pub alternate_email: Option<String>,
    /// The mobile number.
    pub mobile: Option<String>,
    office: Option<String>,
    /// A licence of their own.
    pub licence: Option<String>,
    /// An administrator role.
    pub role: Option<String>,
    /// The language of their screens and messages.
    pub language: String,
    /// Where they work.
    pub department: String,
    /// The methods they register, by their keys.
    methods: String,
    state: String,
}

impl Person {
    /// Whether they register this method.
    pub fn registers(&self, method: Method) -> bool {
        self.methods.split(' ').any(|key| key == method.key())
    }

    /// Whether they leave before the half-year is over.
    pub fn leaves(&self) -> bool {
        self.state == "disabled"
    }

    fn entry(&self) -> Entry {
        let some = |text: &str| Some(text.to_owned());
        Entry {
            upn: self.upn.clone(),
            form: Form {
                name: some(&self.name),
                given: some(&self.given),
                surname: some(&self.surname),
                email: some(&self.upn),
                alternate_email: self.alternate_email.clone(),
                mobile: self.mobile.clone(),
                office: self.office.clone(),
                licence: self.licence.clone(),
                roles: self.role.clone().map(|role| vec![role]),
                language: some(&self.language),
            },
            must_change: None,
        }
    }
}

/// Everybody, in the file's order.
pub fn everybody() -> Result<Vec<Person>, ServiceError> {
    let rows = csv::Reader::from_reader(FILE.as_bytes()).into_deserialize();
    let rows: Result<Vec<Person>, csv::Error> = rows.collect();
    rows.map_err(|error| Refusal::File(format!("people.csv can't be read: {error}")).into())
}

/// They as a file to be imported.
pub struct PeopleFile(pub Arc<Vec<Person>>);

impl Lines for PeopleFile {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        let entries: Vec<Entry> = self.0.iter().map(Person::entry).collect();
        let lines = (2..).zip(entries);
        Ok(Box::new(lines.map(|(line, entry)| Ok((line, Ok(entry))))))
    }

    fn name(&self) -> String {
        "people.csv".to_owned()
    }
}

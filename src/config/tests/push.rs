//! The push server's section.

use super::super::*;
use super::fault;

#[test]
fn a_push_server_is_a_host_and_what_its_phones_sign_in_with() {
    let section = |url: &str, rest: &str| {
        format!(
            "[push]\ndriver = \"ntfy\"\nurl = \"{url}\"\ntoken_file = \"/t\"\n\
             topic_prefix = \"sspr-\"\nreply_prefix = \"resp-\"\n{rest}"
        )
    };
    let read = |text: &str| match Config::parse(text).ok().unwrap().push {
        Some(Driver::Gateway(ntfy)) => ntfy,
        other => panic!("{other:?}"),
    };
    let plain = read(&section("https://ntfy.contoso.example:8443/", ""));
    assert_eq!(plain.url, "https://ntfy.contoso.example:8443");
    assert_eq!((plain.phone, plain.ca_file), (None, None));
    for url in [
        "https://ntfy.contoso.example/push",
        "https://sspr:secret@ntfy.contoso.example",
        "https://ntfy.contoso.example?x=1",
        "https://ntfy.contoso.example/#top",
    ] {
        let said = fault(&section(url, ""));
        assert!(said.contains("a host and a port"), "{url}: {said}");
        assert!(!said.contains("secret"), "{said}");
    }
    for (rest, mend) in [
        ("phone_username = \"phones\"\n", "add phone_password_file"),
        ("phone_password_file = \"/p\"\n", "add phone_username"),
        (
            "phone_username = \"a:b\"\nphone_password_file = \"/p\"\n",
            "can't have a colon",
        ),
    ] {
        let said = fault(&section("https://ntfy.contoso.example", rest));
        assert!(said.contains(mend), "{said}");
    }
}

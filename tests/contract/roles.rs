//! Who may call what: a table of its own, not the product's.

use std::sync::Arc;
use std::time::Duration;

use keyhatch::domain::audit::Record;
use keyhatch::domain::licence::Licence;
use keyhatch::domain::method::Method;
use keyhatch::domain::people::AccountFilter;
use keyhatch::domain::role::Role;
use keyhatch::domain::setting::Value;
use keyhatch::domain::tour::Tour;
use keyhatch::service::accounts::FirstPassword;
use keyhatch::service::bulk::{BulkAction, Watch};
use keyhatch::service::form::Form;
use keyhatch::service::import::{Line, Lines};
use keyhatch::service::methods::NewSeed;
use keyhatch::service::people::After;
use keyhatch::service::policy::save::Edit;
use keyhatch::service::{Actor, Refusal, ServiceError};
use keyhatch::store::audit::{Filter, Verified};

use super::world::*;

const TARGET: &str = "target@contoso.example";
/// Who is there to be deleted.
const GOING: &str = "going@contoso.example";
const DAYS: Duration = Duration::from_secs(30 * DAY);

/// Global, authentication policy, user, helpdesk, reports reader, none.
const TABLE: [(&str, [u8; 6]); 78] = [
    ("account", [1, 1, 1, 1, 0, 0]),
    ("find_accounts", [1, 1, 1, 1, 0, 0]),
    ("count_accounts", [1, 1, 1, 1, 0, 0]),
    ("account_page", [1, 1, 1, 1, 0, 0]),
    ("journeys_of", [1, 1, 1, 1, 0, 0]),
    ("limits_of", [1, 1, 1, 1, 0, 0]),
    ("bulk", [1, 0, 1, 0, 0, 0]),
    ("eligibility", [1, 1, 1, 1, 0, 0]),
    ("methods", [1, 1, 1, 1, 0, 0]),
    ("groups", [1, 1, 1, 1, 0, 0]),
    ("group", [1, 1, 1, 1, 0, 0]),
    ("group_page", [1, 1, 1, 1, 0, 0]),
    ("add_account", [1, 0, 1, 0, 0, 0]),
    ("edit_account", [1, 0, 1, 0, 0, 0]),
    ("set_enabled", [1, 0, 1, 0, 0, 0]),
    ("set_licence", [1, 0, 1, 0, 0, 0]),
    ("set_roles", [1, 0, 0, 0, 0, 0]),
    ("add_administrator", [1, 0, 0, 0, 0, 0]),
    ("edit_roles", [1, 0, 0, 0, 0, 0]),
    ("release", [1, 0, 1, 1, 0, 0]),
    ("unlock_sign_in", [1, 0, 1, 1, 0, 0]),
    ("temporary_password", [1, 0, 1, 1, 0, 0]),
    ("edit_account_and_password", [1, 0, 1, 0, 0, 0]),
    ("add_app_code", [1, 1, 1, 0, 0, 0]),
    ("delete_method", [1, 1, 1, 0, 0, 0]),
    ("add_group", [1, 0, 1, 0, 0, 0]),
    ("add_member", [1, 0, 1, 0, 0, 0]),
    ("remove_member", [1, 0, 1, 0, 0, 0]),
    ("delete_group", [1, 0, 1, 0, 0, 0]),
    ("policy_values", [1, 1, 1, 1, 1, 0]),
    ("audit", [1, 0, 0, 1, 1, 0]),
    ("verify_audit", [1, 0, 0, 1, 1, 0]),
    ("audit_head", [1, 0, 0, 1, 1, 0]),
    ("outbox", [1, 0, 0, 0, 0, 0]),
    ("delete_account", [1, 0, 1, 0, 0, 0]),
    ("export_accounts", [1, 1, 1, 1, 0, 0]),
    ("usage", [1, 0, 0, 1, 1, 0]),
    ("registrations", [1, 0, 0, 1, 1, 0]),
    ("resets", [1, 0, 0, 1, 1, 0]),
    ("may_keep_store", [1, 0, 0, 0, 0, 0]),
    ("health", [1, 0, 0, 0, 0, 0]),
    ("add_app", [1, 1, 1, 0, 0, 0]),
    ("set_questions", [1, 1, 1, 0, 0, 0]),
    ("set_policy", [1, 1, 0, 0, 0, 0]),
    ("set_organisation", [1, 0, 0, 0, 0, 0]),
    ("policy_diff", [1, 1, 1, 1, 1, 0]),
    ("import_policy", [1, 1, 0, 0, 0, 0]),
    ("review_policy", [1, 1, 0, 0, 0, 0]),
    ("save_policy", [1, 1, 0, 0, 0, 0]),
    ("policy_history", [1, 1, 1, 1, 1, 0]),
    ("review_undo", [1, 1, 0, 0, 0, 0]),
    ("undo_policy", [1, 1, 0, 0, 0, 0]),
    ("confirm_policy", [1, 1, 0, 0, 0, 0]),
    ("try_password", [1, 1, 1, 1, 1, 0]),
    ("import_accounts", [1, 0, 1, 0, 0, 0]),
    ("import_good_accounts", [1, 0, 1, 0, 0, 0]),
    ("audit_page", [1, 0, 0, 1, 1, 0]),
    ("audit_after", [1, 0, 0, 1, 1, 0]),
    ("export_audit", [1, 0, 0, 1, 1, 0]),
    ("retry_letter", [1, 0, 0, 0, 0, 0]),
    ("back_up", [1, 0, 0, 0, 0, 0]),
    ("look_up_reference", [1, 0, 1, 1, 0, 0]),
    ("look_up_account", [1, 0, 1, 1, 0, 0]),
    ("caller_ways", [1, 0, 1, 1, 0, 0]),
    ("ask_caller", [1, 0, 1, 1, 0, 0]),
    ("answer_caller", [1, 0, 1, 1, 0, 0]),
    ("give_access_pass", [1, 0, 1, 1, 0, 0]),
    ("withdraw_access_pass", [1, 0, 1, 1, 0, 0]),
    ("require_registration", [1, 0, 1, 1, 0, 0]),
    ("verify_audit_on", [1, 0, 0, 1, 1, 0]),
    ("begin_audit_export", [1, 0, 0, 1, 1, 0]),
    ("logo_at", [1, 0, 0, 0, 0, 0]),
    ("policy_with", [1, 1, 1, 1, 1, 0]),
    ("begin_tour", [1, 0, 0, 1, 1, 0]),
    ("tour", [1, 0, 0, 1, 1, 0]),
    ("glance", [1, 1, 1, 1, 1, 0]),
    ("headcount", [1, 1, 1, 1, 1, 0]),
    ("undelivered", [1, 0, 0, 0, 0, 0]),
];

/// What an actor is handed to, and roles have no say in: `init` comes before there are any; one's own
/// roles are no secret; a new key for the store is `may_keep_store`'s, and ends everything here.
const WITHOUT: [&str; 3] = ["initialise", "roles_of", "rekey"];

/// Every service that takes an actor, read from the source.
fn services() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/service");
    let (mut folders, mut files, mut found) = (vec![root], Vec::new(), Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    for path in files {
        let source = std::fs::read_to_string(path).unwrap();
        for piece in source.split("pub async fn ").skip(1) {
            let (name, rest) = piece.split_once(['(', '<']).unwrap();
            let head = rest.split(['{', ';']).next().unwrap();
            if head.contains("actor: &Actor") {
                found.push(name.to_owned());
            }
        }
    }
    assert!(found.len() > 40);
    found
}

async fn call(
    world: &World,
    actor: &Actor,
    what: &str,
    target: &str,
    tag: &str,
) -> Result<(), ServiceError> {
    let (service, now, group) = (&world.service, world.now(), format!("group {tag}"));
    let all = Filter::default();
    let plain = Form {
        name: Some(format!("name {tag}")),
        ..Form::default()
    };
    let with_role = Form {
        roles: Some(vec!["helpdesk".to_owned()]),
        ..Form::default()
    };
    let upn = format!("{what}-{tag}@contoso.example");
    match what {
        "account" => service.account(actor, target, now).await.map(drop),
        "find_accounts" => {
            let all = AccountFilter::default();
            let found = service.find_accounts(actor, all, After::Nothing, 5, now);
            found.await.map(drop)
        }
        "count_accounts" => {
            let all = AccountFilter::default();
            service.count_accounts(actor, all, now).await.map(drop)
        }
        "account_page" => service.account_page(actor, target, now).await.map(drop),
        "journeys_of" => service.journeys_of(actor, target, 5, now).await.map(drop),
        "limits_of" => service.limits_of(actor, target, now).await.map(drop),
        "bulk" => {
            let watch = Watch::new(|_| {}, Arc::default());
            let (action, nobody) = (BulkAction::Enable, AccountFilter::typed("nobody"));
            let done = service.bulk(actor, action, nobody, 0, watch, now);
            done.await.map(drop)
        }
        "eligibility" => service.eligibility(actor, target, now).await.map(drop),
        "methods" => service.methods(actor, target, now).await.map(drop),
        "groups" => service.groups(actor, now).await.map(drop),
        "group" => service.group(actor, "Existing", now).await.map(drop),
        "group_page" => {
            let page = service.group_page(actor, "Existing", "", 5, now);
            page.await.map(drop)
        }
        "add_account" => {
            let first = FirstPassword::Made;
            service
                .add_account(actor, &upn, &plain, first, now)
                .await
                .map(drop)
        }
        "add_administrator" => {
            let first = FirstPassword::Made;
            service
                .add_account(actor, &upn, &with_role, first, now)
                .await
                .map(drop)
        }
        "edit_account" => service.edit_account(actor, target, &plain, now).await,
        "edit_roles" => service.edit_account(actor, target, &with_role, now).await,
        "set_enabled" => service.set_enabled(actor, target, true, now).await,
        "set_licence" => {
            service
                .set_licence(actor, target, Some(Licence::P2), now)
                .await
        }
        "set_roles" => {
            service
                .set_roles(actor, target, vec![Role::Helpdesk], now)
                .await
        }
        "release" => service.release(actor, target, now).await,
        "unlock_sign_in" => service.unlock_sign_in(actor, target, now).await,
        "temporary_password" => service
            .temporary_password(actor, target, now)
            .await
            .map(drop),
        "edit_account_and_password" => {
            service
                .edit_account_and_password(actor, target, &Form::default(), secret(NEW), true, now)
                .await
        }
        "add_app_code" => {
            let seed = NewSeed::Given(secret(SEED));
            service
                .add_app_code(actor, target, seed, now)
                .await
                .map(drop)
        }
        "delete_method" => {
            let held = service.methods(&world.operator, target, now).await?;
            let id = held.iter().find_map(|held| held.id).unwrap();
            service.delete_method(actor, target, id, now).await
        }
        "add_group" => {
            service
                .add_group(actor, &group, "security", None, now)
                .await
        }
        "add_member" => service.add_member(actor, "Existing", target, now).await,
        "remove_member" => service.remove_member(actor, "Existing", target, now).await,
        "delete_group" => service.delete_group(actor, &group, now).await,
        "policy_values" => service.policy_values(actor, now).await.map(drop),
        "audit" => service
            .audit(actor, Filter::default(), drop, now)
            .await
            .map(drop),
        "verify_audit" => service.verify_audit(actor, None, now).await.map(drop),
        "audit_head" => service.audit_head(actor, now).await.map(drop),
        "outbox" => service.outbox(actor, now).await.map(drop),
        "undelivered" => service.undelivered(actor, now).await.map(drop),
        "glance" => service.glance(actor, now).await.map(drop),
        "headcount" => service.headcount(actor, "", now).await.map(drop),
        "delete_account" => service.delete_account(actor, GOING, now).await,
        "export_accounts" => {
            let all = AccountFilter::default();
            service.export_accounts(actor, all, drop, now).await
        }
        "usage" => service.usage(actor, [DAYS; 3], now).await.map(drop),
        "registrations" => service.registrations(actor, [DAYS; 3], now).await.map(drop),
        "resets" => service.resets(actor, [DAYS; 3], now).await.map(drop),
        "may_keep_store" => service.may_keep_store(actor, now).await,
        "health" => service.health(actor, now).await.map(drop),
        "add_app" => {
            service
                .add_app(actor, target, secret("sspr-topic"), now)
                .await
        }
        "set_questions" => {
            let set = service.set_questions(actor, target, Vec::new(), now).await;
            unless_refused(set, |refusal| matches!(refusal, Refusal::Answers(_)))
        }
        "set_policy" => world
            .set_policy(actor, &[("captcha", "on")])
            .await
            .map(drop),
        "set_organisation" => {
            let named = [("organisation.name", "Contoso")];
            world.set_policy(actor, &named).await.map(drop)
        }
        "policy_diff" => service.policy_diff(actor, &[], now).await.map(drop),
        "import_policy" => {
            // What is so already changes nothing and wants no role.
            let digits = if tag.len().is_multiple_of(2) { 8 } else { 7 };
            let length = [("codes.length".to_owned(), Value::Number(digits))];
            world.policy(&[("codes.length", "6")]).await;
            service.import_policy(actor, &length, now).await.map(drop)
        }
        "review_policy" => {
            let entries = [("codes.length".to_owned(), Value::Number(9))];
            let told = service.review_policy(actor, &entries, now);
            told.await.map(drop)
        }
        "save_policy" => {
            world.policy(&[("codes.length", "6")]).await;
            let edit = Edit {
                key: "codes.length".to_owned(),
                seen: Value::Number(6),
                value: Value::Number(9),
            };
            let saved = service.save_policy(actor, vec![edit], now);
            saved.await.map(drop)
        }
        "policy_history" => {
            let saves = service.policy_history(actor, None, 5, now);
            saves.await.map(drop)
        }
        "review_undo" => service.review_undo(actor, None, now).await.map(drop),
        "undo_policy" => {
            for digits in ["6", "8"] {
                world.policy(&[("codes.length", digits)]).await;
            }
            service.undo_policy(actor, None, now).await.map(drop)
        }
        "confirm_policy" => {
            let keys = vec!["codes.length".to_owned()];
            service.confirm_policy(actor, keys, now).await
        }
        "try_password" => service
            .try_password(actor, None, secret(NEW), now)
            .await
            .map(drop),
        "import_accounts" => {
            let (lines, report) = (Arc::new(NoRows), Arc::new(|_, _: &str| ()));
            let done = service.import_accounts(actor, lines, report, now);
            done.await.map(drop)
        }
        "import_good_accounts" => {
            let (lines, report) = (Arc::new(NoRows), Arc::new(|_, _: &str| ()));
            let done = service.import_good_accounts(actor, lines, report, now);
            done.await.map(drop)
        }
        "audit_page" => {
            let page = service.audit_page(actor, &all, None, 5, now);
            page.await.map(drop)
        }
        "audit_after" => {
            let news = service.audit_after(actor, &all, 0, now);
            news.await.map(drop)
        }
        "export_audit" => {
            let all = Filter::default();
            service.export_audit(actor, all, drop, now).await.map(drop)
        }
        "verify_audit_on" => {
            let verified = service.verify_audit_on(actor, Verified::default(), None, now);
            verified.await.map(drop)
        }
        "begin_audit_export" => service.begin_audit_export(actor, now).await.map(drop),
        "retry_letter" => {
            let tried = service.retry_letter(actor, 4711, now).await;
            unless_refused(tried, |refusal| matches!(refusal, Refusal::NoMessage(_)))
        }
        "back_up" => {
            let copy = world.folder.path().join(format!("copy-{tag}"));
            let copied = service.back_up(actor, &copy, now).await;
            match world.is_sqlite() {
                true => copied,
                false => unless_refused(copied, |refusal| matches!(refusal, Refusal::Other(_))),
            }
        }
        "look_up_reference" => {
            let found = service.look_up_reference(actor, "0000-0000", now).await;
            unless_refused(found.map(drop), |refusal| {
                matches!(refusal, Refusal::NoReference(_))
            })
        }
        "look_up_account" => service.look_up_account(actor, target, now).await.map(drop),
        "caller_ways" => service.caller_ways(actor, target, now).await.map(drop),
        "ask_caller" => {
            let asked = service.ask_caller(actor, target, Method::Email, now).await;
            asked.map(drop)
        }
        "answer_caller" => {
            let answered = service.answer_caller(actor, target, secret("123456"), now);
            answered.await.map(drop)
        }
        "give_access_pass" => {
            let given = service.give_access_pass(actor, target, 60, None, now).await;
            unless_refused(given.map(drop), |refusal| {
                matches!(
                    refusal,
                    Refusal::NotVerified(_) | Refusal::AdministratorsPass(_)
                )
            })
        }
        "withdraw_access_pass" => {
            let withdrawn = service.withdraw_access_pass(actor, target, now).await;
            unless_refused(withdrawn, |refusal| matches!(refusal, Refusal::NoPass(_)))
        }
        "require_registration" => service.require_registration(actor, target, now).await,
        "logo_at" => {
            let picture = world.folder.path().join("nothing.png");
            let traced = service.logo_at(actor, picture, now).await;
            let past_roles = |refusal: &Refusal| !matches!(refusal, Refusal::Role(_));
            unless_refused(traced.map(drop), past_roles)
        }
        "policy_with" => service.policy_with(actor, &[], now).await.map(drop),
        "begin_tour" => {
            let begun = service.begin_tour(actor, Tour::Admin, MIA, ADMIN, now);
            begun.await.map(drop)
        }
        "tour" => {
            let operator = &world.operator;
            let begun = service
                .begin_tour(operator, Tour::Admin, MIA, ADMIN, now)
                .await?;
            service.tour(actor, &begun, now).await.map(drop)
        }
        other => panic!("no call {other}"),
    }
}

/// A file without rows.
struct NoRows;

impl Lines for NoRows {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        Ok(Box::new(std::iter::empty()))
    }

    fn name(&self) -> String {
        "nobody.csv".to_owned()
    }
}

/// Done, too, where it came as far as this refusal.
fn unless_refused(
    done: Result<(), ServiceError>,
    expected: impl Fn(&Refusal) -> bool,
) -> Result<(), ServiceError> {
    match done {
        Err(ServiceError::Refused(refusal)) if expected(&refusal) => Ok(()),
        other => other,
    }
}

async fn actor(world: &World, roles: &[Role]) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_roles(operator, MIA, roles.to_vec(), now)
        .await
        .unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, now)
}

async fn with_target(world: &World) {
    world.add(TARGET, &Form::default(), OLD).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .add_group(operator, "Existing", "security", None, now)
        .await
        .unwrap();
}

/// Makes the call possible, whoever makes it.
async fn prepare(world: &World, what: &str, tag: &str) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_roles(operator, TARGET, Vec::new(), now)
        .await
        .unwrap();
    match what {
        "delete_method" | "add_app_code" => {
            for held in service.methods(operator, TARGET, now).await.unwrap() {
                let id = held.id.unwrap();
                service
                    .delete_method(operator, TARGET, id, now)
                    .await
                    .unwrap();
            }
            if what == "delete_method" {
                world.add_authenticator(TARGET).await;
            }
        }
        "delete_account" => {
            let first = FirstPassword::Made;
            let form = Form::default();
            let _ = service
                .add_account(operator, GOING, &form, first, now)
                .await;
        }
        "remove_member" => service
            .add_member(operator, "Existing", TARGET, now)
            .await
            .unwrap(),
        "delete_group" => {
            let group = format!("group {tag}");
            let _ = service
                .add_group(operator, &group, "security", None, now)
                .await;
        }
        _ => {}
    }
}

pub async fn every_service_has_a_row(_: &World) {
    let rows: Vec<&str> = TABLE.iter().map(|(what, _)| *what).collect();
    for name in services() {
        let known = rows.contains(&name.as_str()) || WITHOUT.contains(&name.as_str());
        assert!(known, "who may call `{name}`? Give it a row");
    }
}

pub async fn the_table(world: &World) {
    with_target(world).await;
    let mut columns: Vec<Vec<Role>> = Role::ALL.into_iter().map(|role| vec![role]).collect();
    columns.push(Vec::new());
    for (column, roles) in columns.iter().enumerate() {
        let actor = actor(world, roles).await;
        let tag = format!("{column}");
        for (what, row) in TABLE {
            prepare(world, what, &tag).await;
            let before = world.records("").await.len();
            let done = call(world, &actor, what, TARGET, &tag).await;
            let by_mia =
                |record: &Record| record.seq > before as i64 && field(record, "actor") == MIA;
            if row[column] == 1 {
                assert!(done.is_ok(), "{roles:?} {what}: {done:?}");
            } else {
                let said = sentence(done);
                assert!(
                    said.starts_with("none of your roles may"),
                    "{roles:?} {what}: {said}"
                );
                let after = world.records("").await;
                assert!(!after.iter().any(by_mia), "{roles:?} {what}");
            }
        }
    }
    // Roles add up.
    let both = actor(world, &[Role::Helpdesk, Role::AuthenticationPolicy]).await;
    for what in ["audit", "release", "add_app_code"] {
        prepare(world, what, "both").await;
        call(world, &both, what, TARGET, "both").await.unwrap();
    }
    sentence(call(world, &both, "edit_account", TARGET, "both").await);
    world.assert_whole().await;
}

pub async fn administrators_are_out_of_reach(world: &World) {
    world.add_authenticator(ADMIN).await;
    let over = [
        "edit_account",
        "set_enabled",
        "set_licence",
        "release",
        "unlock_sign_in",
        "temporary_password",
        "edit_account_and_password",
        "add_app_code",
        "delete_method",
        "caller_ways",
        "ask_caller",
        "answer_caller",
        "give_access_pass",
        "withdraw_access_pass",
        "require_registration",
    ];
    for role in [Role::User, Role::Helpdesk, Role::AuthenticationPolicy] {
        let actor = actor(world, &[role]).await;
        for what in over {
            let records = world.records("").await.len();
            let said = sentence(call(world, &actor, what, ADMIN, "over").await);
            assert!(
                said.starts_with("none of your roles may"),
                "{role:?} {what}: {said}"
            );
            assert_eq!(world.records("").await.len(), records, "{role:?} {what}");
        }
        // Their own account is an administrator's, too.
        sentence(call(world, &actor, "set_roles", MIA, "over").await);
        sentence(call(world, &actor, "temporary_password", MIA, "over").await);
    }
    let global = actor(world, &[Role::Global]).await;
    for what in over {
        call(world, &global, what, ADMIN, "over").await.unwrap();
    }
}

pub async fn a_revoked_role_bites(world: &World) {
    with_target(world).await;
    let mia = actor(world, &[Role::User]).await;
    call(world, &mia, "edit_account", TARGET, "before")
        .await
        .unwrap();
    actor(world, &[Role::ReportsReader]).await;
    sentence(call(world, &mia, "edit_account", TARGET, "after").await);
    call(world, &mia, "audit", TARGET, "after").await.unwrap();
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_enabled(operator, MIA, false, now)
        .await
        .unwrap();
    sentence(call(world, &mia, "audit", TARGET, "after").await);
    service.set_enabled(operator, MIA, true, now).await.unwrap();
    call(world, &mia, "audit", TARGET, "after").await.unwrap();
    // A number that belongs to nobody may nothing.
    let ghost = Actor::signed(4711, ADMIN, now);
    sentence(call(world, &ghost, "audit", TARGET, "ghost").await);
    sentence(call(world, &ghost, "policy_values", TARGET, "ghost").await);
}

pub async fn a_refusal_changes_nothing(world: &World) {
    with_target(world).await;
    let user = actor(world, &[Role::User]).await;
    let form = Form {
        name: text("Somebody Else"),
        licence: text("p2"),
        roles: Some(vec!["global".to_owned()]),
        ..Form::default()
    };
    let records = world.records("").await.len();
    let edited = world
        .service
        .edit_account(&user, TARGET, &form, world.now())
        .await;
    assert!(sentence(edited).contains("manage administrators"));
    let view = world
        .service
        .account(&world.operator, TARGET, world.now())
        .await
        .unwrap();
    assert_eq!(view.account.profile.name, None);
    assert_eq!(view.account.licence, None);
    assert!(view.account.roles.is_empty());
    assert_eq!(world.records("").await.len(), records);
}

pub async fn nobody_gives_a_permanent_password(world: &World) {
    with_target(world).await;
    let (service, now) = (&world.service, world.now());
    let global = actor(world, &[Role::Global]).await;
    let given = service
        .edit_account_and_password(&global, TARGET, &Form::default(), secret(NEW), false, now)
        .await;
    assert!(sentence(given).contains("--must-change"));
    let first = FirstPassword::Given {
        password: secret(NEW),
        must_change: false,
    };
    let upn = "new@contoso.example";
    let added = service
        .add_account(&global, upn, &Form::default(), first, now)
        .await;
    assert!(sentence(added).contains("--must-change"));
    let weak = service
        .edit_account_and_password(
            &global,
            TARGET,
            &Form::default(),
            secret("short"),
            true,
            now,
        )
        .await;
    assert!(sentence(weak).contains("at least 12 characters"));
    assert!(world.records("temporary_password").await.is_empty());
    service
        .edit_account_and_password(&global, TARGET, &Form::default(), secret(NEW), true, now)
        .await
        .unwrap();
    let record = world.last("temporary_password").await;
    assert_eq!(
        (field(&record, "actor"), field(&record, "account")),
        (MIA, TARGET)
    );
}

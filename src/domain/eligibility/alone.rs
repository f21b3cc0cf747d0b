//! What may never be the only gate passed, and who may never use it.

use super::tests::{mia, policy};
use super::*;

#[test]
fn questions_are_never_the_only_gate_unless_policy_says_so() {
    use Method::{AppCode, AppNotification, Email, SecurityQuestions};
    let enabled = ("methods.enabled", "email,app_code,security_questions");
    let holds = |methods: &[Method]| Facts {
        methods: methods.to_vec(),
        ..mia()
    };
    let one = policy(&[enabled, ("methods.required", "1")]);
    let alone = policy(&[
        enabled,
        ("methods.required", "1"),
        ("questions.alone", "on"),
    ]);
    let two = policy(&[enabled]);
    let questions = holds(&[SecurityQuestions]);
    let both = holds(&[Email, SecurityQuestions]);
    let all = holds(&[AppCode, Email, SecurityQuestions]);
    // One gate: another method, or none.
    assert_eq!(first_failure(&questions, &one), Some(Reason::TooFewMethods));
    assert_eq!(first_failure(&questions, &alone), None);
    assert_eq!(first_failure(&both, &one), None);
    assert_eq!(next_methods(&[], &both, &one), [Email]);
    assert_eq!(next_methods(&[], &both, &alone), [Email, SecurityQuestions]);
    assert!(!gates_suffice(&[SecurityQuestions], &both, &one));
    assert!(gates_suffice(&[SecurityQuestions], &both, &alone));
    // Two gates: first or second.
    assert_eq!(first_failure(&questions, &two), Some(Reason::TooFewMethods));
    assert_eq!(first_failure(&both, &two), None);
    assert_eq!(next_methods(&[], &both, &two), [Email, SecurityQuestions]);
    assert_eq!(next_methods(&[Email], &both, &two), [SecurityQuestions]);
    assert_eq!(
        next_methods(&[SecurityQuestions], &all, &two),
        [AppCode, Email]
    );
    // Passed while two were asked for, it needs another one still.
    assert_eq!(next_methods(&[SecurityQuestions], &both, &one), [Email]);
    // A request and questions: something one has and something one knows, neither the only one.
    let pair = [AppNotification, SecurityQuestions];
    assert!(gates_suffice(&pair, &all, &two));
    assert!(!gates_suffice(&pair[..1], &all, &one));
    assert!(next_methods(&[AppNotification], &all, &two).contains(&SecurityQuestions));
    // Not enabled is not usable.
    assert_eq!(
        usable_methods(&all, &policy(&[])),
        [AppCode, Email],
        "off by default"
    );
}

#[test]
fn administrators_never_answer_questions() {
    let all = policy(&[
        ("methods.enabled", "email,security_questions"),
        ("questions.alone", "on"),
    ]);
    let admin = Facts {
        administrator: true,
        methods: vec![Method::Email, Method::SecurityQuestions],
        ..mia()
    };
    assert_eq!(usable_methods(&admin, &all), [Method::Email]);
    assert_eq!(first_failure(&admin, &all), Some(Reason::TooFewMethods));
}

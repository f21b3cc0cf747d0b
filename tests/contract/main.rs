//! The contract of the services: one suite, run against SQLite and PostgreSQL. A case is a function
//! over a [`World`]: a new store with an organisation and one person in it, a clock that only the
//! case moves, and the whole `Service`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod abandoned;
mod account_page;
mod administrators;
mod at_once;
mod audit;
mod bulk;
mod callers;
mod calls;
mod console;
mod eligibility;
mod enrolment;
mod gate_pairs;
mod gates;
mod groups;
mod helpdesk;
mod human;
mod import;
mod licences;
mod limits;
mod logins;
mod nesting;
mod next_step;
mod one_time;
mod outbox;
mod overview;
mod parallel;
mod passes;
mod passwords;
mod people;
mod phone;
mod policy;
mod policy_file;
mod policy_review;
mod policy_saves;
mod questions;
mod random;
mod raw;
mod refusal_time;
mod rekey;
mod reports;
mod requests;
mod reset;
mod roles;
mod secrets;
mod security_info;
mod sign_in;
mod sign_in_here;
mod signed;
mod sources;
mod step_up;
mod store;
mod store_file;
#[path = "../support/mod.rs"]
mod support;
mod tour;
mod unlock;
mod waiting_for_answers;
mod whole_day;
mod words;
mod world;

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;

use world::World;

/// One case of the suite.
type Case = for<'a> fn(&'a World) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Lists the cases once: a test each on SQLite, one test for all of them on PostgreSQL.
macro_rules! suite {
    ($($module:ident { $($case:ident),* $(,)? })*) => {
        mod sqlite {
            $(mod $module {
                $(#[test]
                fn $case() {
                    let world = crate::World::sqlite();
                    crate::play(&world, |world| Box::pin(crate::$module::$case(world)));
                })*
            })*
        }

        const CASES: &[(&str, Case)] = &[
            $($((
                concat!(stringify!($module), "::", stringify!($case)),
                |world| Box::pin(crate::$module::$case(world)),
            )),*),*
        ];
    };
}

suite! {
    reset {
        by_mail_then_authenticator,
        by_authenticator_then_mail,
        a_new_password_keeps_the_rules,
        a_temporary_password_is_replaced,
    }
    overview {
        each_part_is_for_those_who_may_see_it,
        letters_wait_are_late_and_fail,
        alerts_of_a_day_newest_first,
        the_count_is_that_of_the_accounts_one_by_one,
    }
    console {
        both_and_a_role_open_it,
        nobody_else_opens_it,
        a_missing_second_factor_is_registered_by_the_password_just_typed,
        what_ends_the_sign_in_ends_the_console,
        it_lasts_twelve_hours_at_most,
        the_second_factor_anew_takes_the_place_of_the_first,
        only_a_second_factor_counts_anew,
        read_only_looks_and_changes_nothing,
        the_first_administrator_brings_an_authenticator,
    }
    at_once {
        twenty_authenticators,
        twenty_numbers,
    }
    enrolment {
        two_methods_and_nothing_is_due,
        what_is_not_confirmed_does_not_count,
        ten_minutes_and_it_is_given_up,
        one_at_a_time_and_its_code_only,
        a_registering_code_passes_no_gate,
        what_was_begun_as_adding_replaces_nothing,
        five_tries_and_ten_a_day,
        guesses_at_once_are_counted_one_by_one,
        addresses_that_are_not_taken,
        numbers_that_are_not_taken,
        an_authenticator_is_shown_once_and_its_step_is_used,
        at_most_five_authenticators,
        an_app_is_subscribed_and_tested,
        a_number_is_confirmed_by_a_call,
        a_denied_call_ends_the_sign_in,
        messages_are_charged_like_any_other,
        what_policy_leaves_out_is_not_offered,
        an_administrator_registers_whatever_policy_says_but_no_questions,
    }
    sign_in_here {
        what_is_due_comes_in_order,
        strangers_and_wrong_passwords_leave_the_same,
        ten_failures_lock_at_the_kiosk_too,
        a_terminal_has_its_limits,
        no_second_factor_no_way_round,
        a_second_factor_that_nothing_reaches_is_asked_for_all_the_same,
        wrong_second_factors_end_it,
        looked_over_at_the_day_and_not_before,
        not_asked_where_it_is_off,
        nobody_registers_for_what_they_may_not_do,
        an_expired_password_is_changed,
        a_changed_password_ends_the_others,
        a_sign_in_resets_and_unlocks_nothing,
        it_lives_a_quarter_of_an_hour,
        mia_s_story,
    }
    waiting_for_answers {
        a_call_passes_a_gate_once,
        news_never_go_back,
        what_comes_late_counts_for_nothing,
        a_denial_ends_and_is_told,
        the_number_alone_passes,
        six_in_an_hour_block,
        six_at_a_sign_in_block_too,
        one_agent_listens,
    }
    security_info {
        each_change_uses_its_proof_up,
        a_proof_is_good_for_five_minutes_and_one_change,
        a_second_factor_is_a_fresh_proof,
        nothing_before_what_is_due,
        a_reset_is_no_sign_in_and_a_stranger_s_terminal_neither,
        the_password_is_the_proof_of_who_has_nothing_else,
        ten_wrong_passwords_lock_here_too,
        a_new_address_is_told_to_the_old_one,
        a_new_number_is_told_to_the_old_one,
        what_is_provided_is_confirmed_or_overridden,
        an_own_number_survives_what_administrators_provide,
        nobody_is_left_with_less_than_is_required,
        an_administrator_always_keeps_two,
        questions_are_chosen_answered_and_changed,
        a_new_app_takes_the_place_of_the_old,
        it_ends_with_the_sign_in,
        an_administrator_s_deletion_is_told,
    }
    tour {
        a_forgotten_password_step_by_step,
        an_administrator_s_exercise_by_whoever_does_it,
    }
    gates {
        none_can_be_skipped,
        none_counts_twice,
        a_journey_belongs_to_its_terminal,
        a_finished_journey_is_gone,
        a_journey_ends_to_the_second,
        used_up_tries_are_not_offered_again,
    }
    gate_pairs {
        every_pair_in_either_order,
        one_of_each_where_one_is_enough,
        an_administrator_s_pairs_hold_no_questions,
    }
    licences {
        every_cell_of_reset_and_unlock,
        taken_away_on_the_way,
        every_cell_of_calls,
        signing_in_needs_none,
        every_cell_of_changing,
    }
    one_time {
        a_mailed_code_ends_to_the_second,
        a_new_code_ends_the_old_and_keeps_the_count,
        another_journey_takes_the_code_over,
        an_authenticator_step_is_used_once,
        this_step_and_the_one_before,
        digits_of_any_keyboard,
    }
    abandoned {
        only_its_own_code_is_taken_back,
        a_refused_journey_takes_its_letter_back,
        what_was_given_up_is_gone,
    }
    limits {
        five_wrong_proofs_block_for_a_day,
        failures_are_counted_over_a_day,
        a_shorter_block_really_ends,
        an_administrator_releases,
        a_reset_clears,
        a_destination_gets_so_many_a_day,
        the_eleventh_mail_blocks,
        mails_are_counted_over_ten_minutes,
        a_clock_set_back_frees_nobody,
        what_is_no_code_is_not_charged,
    }
    next_step {
        a_lower_limit_acts,
        methods_switched_off_act,
        a_gate_of_a_method_switched_off_does_not_count,
        reset_switched_off_acts,
        disabling_acts,
        a_free_licence_acts,
        more_gates_act,
    }
    phone {
        a_reset_by_phone_and_authenticator,
        nothing_is_sent_before_the_number,
        five_wrong_numbers_block_for_a_day,
        checks_are_counted_over_an_hour,
        a_sent_code_is_good_once_and_for_five_minutes,
        sending_again_ends_the_old_code_and_keeps_the_count,
        the_sixth_message_of_an_hour_blocks,
        a_waiting_mail_is_not_taken_back_by_a_message,
        a_changed_number_ends_what_was_open,
        a_changed_number_is_told_to_the_old_one,
        blocked_prefixes_are_no_method,
        the_day_s_messages_are_the_organisation_s,
        a_number_gets_so_many_a_day,
        what_a_host_cannot_carry_is_left_to_another,
    }
    requests {
        a_reset_by_request_and_mail,
        verify_alone_passes_nothing,
        a_request_that_was_sent_again_can_be_denied,
        a_denial_ends_the_journey_and_is_told,
        a_request_ends_to_the_second_and_by_the_next,
        an_answer_belongs_to_its_request,
        the_sixth_request_of_an_hour_blocks,
        one_listens_and_another_takes_over,
        what_nobody_can_reach_is_not_offered,
    }
    parallel {
        guessed_numbers_get_five,
        messages_at_once_keep_to_the_day_s_budget,
        two_hundred_guesses_get_five,
        one_code_is_consumed_once,
        one_authenticator_step_is_consumed_once,
        one_journey_sets_one_password,
    }
    questions {
        with_a_mail_in_either_order,
        the_same_are_asked_until_answered,
        others_are_asked_when_policy_changes,
        answers_in_any_writing,
        nothing_says_which_was_wrong,
        five_wrong_block_for_a_day,
        attempts_are_counted_over_an_hour,
        a_shorter_block_really_ends,
        two_hundred_wrong_answers_get_five,
        a_try_is_charged_before_it_is_compared,
        what_ended_meanwhile_passes_nothing,
        never_alone_unless_policy_says_so,
        administrators_answer_none,
        new_answers_end_what_the_old_proved,
        own_questions_count_while_policy_has_them,
        too_few_answers_are_no_method,
        answers_that_are_not_taken,
        they_are_hashed,
    }
    eligibility {
        every_reason_is_reached,
        a_refusal_tells_nothing,
        the_first_that_fails_counts,
        names_in_any_writing,
    }
    administrators {
        reset_where_policy_is_off,
        always_two_gates,
        licence_and_methods_still_count,
        the_others_are_told,
    }
    groups {
        nested_members_count,
        excluded_wins,
        cycles_are_refused,
        what_policy_names_stays,
    }
    nesting {
        excluded_wins_however_deep,
        long_ways_round_are_cycles,
        a_ring_is_never_closed_by_many_at_once,
        a_group_is_named_or_deleted_never_both,
        ten_thousand_members_fifty_deep,
    }
    whole_day {
        each_blocks_for_its_hours_to_the_second,
        each_is_counted_over_its_window,
        a_reset_and_a_release_clear_each_and_budgets_stay,
        failures_at_both_ends_of_the_setting,
        second_factors_over_a_day,
        nothing_but_time_frees_a_terminal,
    }
    refusal_time {
        every_kind_takes_as_long_as_an_unknown_one,
    }
    policy {
        all_pairs_or_none,
        both_ends_of_every_range,
        changes_are_audited,
        values_are_checked_together,
        the_stranded_are_counted,
        each_key_has_its_permission,
    }
    roles {
        every_service_has_a_row,
        the_table,
        administrators_are_out_of_reach,
        a_revoked_role_bites,
        a_refusal_changes_nothing,
        nobody_gives_a_permanent_password,
    }
    step_up {
        wanted_to_the_second,
        who_signs_in_anew_is_fresh,
        the_last_administrator_stays,
        ones_own_last_authenticator_stays,
    }
    sign_in {
        ten_failures_lock_and_the_lock_grows,
        a_repeated_password_does_not_count,
        strangers_and_the_disabled_are_wrong,
        strangers_are_locked_like_accounts,
        a_reset_unlocks,
        the_second_factor,
        wrong_second_factors_lock,
        second_factors_at_once_are_counted_one_by_one,
        a_sign_in_does_not_outlive_the_old_password,
    }
    logins {
        a_login_is_a_name_and_no_address,
        a_login_of_two_is_nobody_s,
        a_disabled_account_is_nobody_s_login,
        a_login_is_asked_for_what_is_due_and_nothing_else,
    }
    passwords {
        banned_words_by_licence,
        presets_act_and_what_is_set_wins,
        an_expired_one_must_be_changed,
        a_younger_one_is_made_by_every_change,
        what_a_breach_made_known_is_refused,
        a_filter_that_fails_changes_nothing,
        trying_one_changes_nothing,
        the_history_is_the_operators_to_compare,
    }
    outbox {
        a_crashed_worker_loses_nothing,
        a_worker_that_waits_is_handed_what_is_posted,
        a_stale_worker_is_ignored,
        the_back_off_grows,
        a_refused_letter_can_be_tried_again,
        expired_codes_are_dropped,
        a_refused_code_is_emptied_when_it_expires,
        the_destination_is_read_when_sending,
        a_changed_address_is_told_to_the_old_one,
        a_delivered_letter_is_empty,
        letters_leave_while_the_clock_is_set_back,
        one_agent_a_host,
    }
    audit {
        every_column_is_covered,
        a_missing_record_shows,
        a_cut_tail_shows_by_its_head,
        swapped_records_show,
        records_by_what_is_asked,
        everything_asked_at_once,
        pages_hold_every_record_once,
        what_comes_is_seen_once,
    }
    human {
        asked_where_policy_says,
        a_drawn_code_is_good_once,
        a_drawn_code_ends_to_the_second,
        a_wait_takes_twenty_seconds,
        waits_have_a_budget,
        wrong_checks_tell_nothing_and_count,
        one_check_lets_one_in,
    }
    sources {
        twenty_names_in_ten_minutes,
        thirty_failures_an_hour,
        failures_everywhere,
        an_alert_is_told_once_an_hour,
        one_network_is_one_place,
        many_at_once_from_one_terminal,
        a_clock_moved_frees_no_terminal,
        what_is_passed_is_forgotten,
    }
    unlock {
        what_follows_the_gates,
        unlocked_with_the_password_kept,
        unlocked_by_who_may_help,
        a_new_password_unlocks_too,
        never_before_the_gates,
        nothing_is_told_before_the_gates,
    }
    callers {
        by_mail_text_and_authenticator,
        a_callers_code_passes_no_gate_and_the_other_way_round,
        five_tries_ten_minutes_and_one_at_a_time,
        wrong_codes_are_counted_over_every_check,
        sends_are_charged_like_any_other,
        only_who_may_help_and_not_over_administrators,
    }
    passes {
        who_lost_the_phone_registers_another,
        nobody_unverified_but_by_the_operator_with_a_reason,
        a_pass_asks_for_a_fresh_proof_of_who_gives_it,
        never_an_administrators,
        ten_minutes_to_a_day_and_to_the_second,
        a_new_one_and_a_withdrawal_end_it,
        it_counts_once_and_never_for_a_reset,
        wrong_ones_are_charged_like_any_second_factor,
        twenty_at_once_and_one_gets_in,
        it_lets_in_who_can_prove_nothing_else,
        it_is_kept_as_a_keyed_hash,
        what_is_registered_is_wanted_again,
    }
    helpdesk {
        from_the_reference_to_the_reason,
        every_look_is_recorded,
        what_helps_and_who_may_do_it,
    }
    store {
        missing_empty_and_foreign,
        newer_and_half_made,
        an_older_one_is_brought_up_to_date,
        the_wrong_key,
        one_organisation,
        an_interrupted_init_is_run_again,
        store_time_never_runs_backwards,
    }
    store_file {
        what_is_no_store_is_left_alone,
        killed_before_it_was_marked,
        read_only,
    }
    people {
        found_by_words,
        found_by_filters,
        a_page_goes_on_after_an_account,
        two_delete_the_same,
        members_come_in_pages,
    }
    account_page {
        what_it_shows,
        whole_values_for_who_manages_methods,
        a_look_is_recorded_once,
    }
    bulk {
        only_as_many_as_expected,
        each_is_recorded,
        administrators_are_refused_one_by_one,
        it_can_be_stopped,
    }
    import {
        all_rows_or_none,
        all_rows_but_the_bad,
        who_has_no_password_gets_in_by_a_reset,
        a_changed_address_in_a_file_is_told_to_the_old_one,
        administrators_are_no_business_of_a_user_administrator,
        no_file_makes_a_temporary_password_permanent,
        the_records_of_a_deleted_account_stay,
        the_last_global_administrator_stays,
        it_tells_how_far_it_is_and_can_be_stopped,
    }
    rekey {
        passes_and_callers_codes_end_with_the_key,
        what_people_register_themselves_is_kept,
        nothing_sealed_is_lost,
        who_has_the_old_key_goes_no_further,
        the_chain_goes_on_across_keys,
        answers_need_no_key,
        a_former_key_chains_nothing_after_its_time,
    }
    reports {
        resets_and_where_people_gave_up,
        accounts_enabled_registered_capable,
        reports_need_a_licence,
    }
    calls {
        a_reset_by_a_call_to_the_office_and_an_authenticator,
        a_typed_code_never_passes_a_call_to_the_mobile,
        a_star_ends_the_journey_and_tells_everybody,
        every_other_end_leaves_the_journey_open,
        a_call_is_good_for_five_minutes,
        the_sixth_call_of_an_hour_blocks,
        the_day_s_calls_are_the_organisation_s,
        a_blocked_prefix_is_not_called,
        who_may_be_called_cell_by_cell,
        a_call_whose_agent_is_gone_is_noticed,
    }
    policy_review {
        who_is_stranded_and_who_is_reached_is_what_happens,
        the_difference_and_the_advice,
        what_could_not_be_saved_is_refused,
        many_are_counted_and_the_first_are_named,
    }
    policy_saves {
        the_second_sees_the_first_s_change,
        twenty_savers_at_once,
        the_last_save_is_put_back,
        what_was_changed_since_stays,
        taken_back_and_taken_back_again,
        an_undo_is_a_change_like_any_other,
        every_way_of_saving_can_be_undone,
        twenty_undos_at_once,
    }
    policy_file {
        its_own_export_changes_nothing,
        what_it_says_is_in_force_afterwards,
        a_file_is_taken_whole_or_not_at_all,
        only_what_differs_needs_a_role,
    }
    secrets {
        none_is_stored_readable,
        none_of_what_people_register,
    }
    random {
        no_sequence_of_calls_skips_a_gate,
    }
}

fn play(world: &World, case: Case) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        world.furnish().await;
        case(world).await;
    });
}

#[test]
fn postgresql() {
    let Some(server) = support::postgres::Postgres::start() else {
        return;
    };
    // Made and furnished once; each case has a copy of it.
    let original = World::postgres(server.database("furnished"));
    play(&original, |_| Box::pin(async {}));
    let mut failed = Vec::new();
    let original = original.closed();
    for (number, (name, case)) in CASES.iter().enumerate() {
        let played = catch_unwind(AssertUnwindSafe(|| {
            play(
                &original.copy(&server.url(&format!("case_{number}"))),
                *case,
            );
        }));
        if played.is_err() {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "on PostgreSQL: {}", failed.join(", "));
}

/// The child of `store_file::read_only`: does nothing unless started by it.
#[test]
fn opened_by_somebody_who_may_only_read() {
    store_file::as_somebody_else();
}

//! A store that goes away under a kiosk and comes back: a clear screen meanwhile, work as before
//! afterwards, and nothing acknowledged that is nowhere.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::postgres::Postgres;
use crate::support::program::Home;
use crate::support::pty::Pty;

/// What a process has used of the processor, in hundredths of a second.
fn cpu(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    let fields: Vec<&str> = fields.split(' ').collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// From the first screen: the store can't be used, which is told there and on the first screen.
fn meets_a_fault(pty: &mut Pty, user: &str) {
    begin(pty, &EN, user, EN.fault);
    pty.see("If you ask for help, say this reference:");
    pty.press("\r", "both", |pty| {
        pty.words().contains(EN.welcome) && pty.words().contains(EN.fault)
    });
}

/// The store is back, and the first screen says no more that it is away.
fn recovers(pty: &mut Pty) {
    pty.until("all is well", |pty| {
        pty.words().contains(EN.welcome) && !pty.words().contains(EN.fault)
    });
}

/// The kiosk waits for the store without doing much.
fn waits_quietly(process: u32) {
    let (began, before) = (Instant::now(), cpu(process));
    while began.elapsed() < Duration::from_secs(3) {
        std::thread::sleep(Duration::from_millis(100));
    }
    let used = cpu(process) - before;
    assert!(used < 60, "{used} hundredths of a second in three");
}

#[test]
fn a_deleted_store_is_noticed_and_a_returned_one_used() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    let files = |end: &str| {
        let away = home.path("away");
        fs::create_dir_all(&away).unwrap();
        let name = format!("keyhatch.db{end}");
        (home.path(&name), away.join(name))
    };
    for end in ["", "-wal", "-shm"] {
        let (here, away) = files(end);
        fs::rename(here, away).unwrap();
    }
    meets_a_fault(&mut pty, &person.upn);
    waits_quietly(pty.process_id());
    for end in ["", "-wal", "-shm"] {
        let (here, away) = files(end);
        fs::rename(away, here).unwrap();
    }
    recovers(&mut pty);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    home.verify();
}

#[test]
fn a_replaced_store_is_the_one_that_is_used() {
    let home = Home::sqlite();
    home.add_person("mias");
    let backup = home.path("backup.db");
    let copy = |to: &std::path::Path| {
        let database = rusqlite::Connection::open(&home.store).unwrap();
        database
            .execute("VACUUM INTO $1", [to.to_str().unwrap()])
            .unwrap();
    };
    copy(&backup);
    let later = home.add_person("adele");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &later.upn, EN.step_1);
    kiosk.plain.ask("x");
    for end in ["-wal", "-shm"] {
        fs::remove_file(format!("{}{end}", home.store)).unwrap();
    }
    fs::rename(&backup, &home.store).unwrap();
    kiosk.shown = kiosk.plain.ask("b");
    // Who came after the backup is nobody there.
    begin(&mut kiosk, &EN, &later.upn, EN.refused);
    kiosk.shown = kiosk.plain.ask("1");
    begin(&mut kiosk, &EN, "mias@contoso.example", EN.step_1);
    drop(kiosk);
    home.verify();
}

#[test]
fn a_database_server_that_ends_is_missed_and_found_again() {
    let Some(mut server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    server.stop();
    meets_a_fault(&mut pty, &person.upn);
    waits_quietly(pty.process_id());
    server.start_again();
    recovers(&mut pty);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    home.verify();
}

#[test]
fn a_store_that_somebody_holds_keeps_nobody_from_leaving() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.choose(EN.forgot, EN.who);
    let database = rusqlite::Connection::open(&home.store).unwrap();
    database.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.fill("mias", "[mias ");
    pty.press("\r", "Please wait", |pty| {
        pty.words().contains("Please wait")
    });
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    database.execute_batch("ROLLBACK").unwrap();
    begin(&mut pty, &EN, "nobody", EN.refused);
}

/// A filesystem of so many KiB in memory; unmounted when this is dropped.
struct Small(std::path::PathBuf);

impl Small {
    fn mount(at: std::path::PathBuf, kib: u32) -> Result<Self, String> {
        use crate::support::run;
        use std::process::Command;
        fs::create_dir(&at).map_err(|error| error.to_string())?;
        let size = format!("size={kib}k,mode=0700");
        let words = ["-t", "tmpfs", "-o", &size, "keyhatch-test"];
        run(Command::new("mount").args(words).arg(&at))?;
        Ok(Self(at))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        use std::process::Command;
        let _ = crate::support::run(Command::new("umount").arg(&self.0));
    }
}

#[test]
fn a_full_disk_is_told_and_room_is_enough() {
    let mut home = Home::sqlite();
    let person = home.add_person("mias");
    let mounted = Small::mount(home.path("small"), 4096);
    let Some(small) = crate::support::or_left_out("small filesystem (mount)", mounted) else {
        return;
    };
    let database = rusqlite::Connection::open(&home.store).unwrap();
    let store = small.0.join("keyhatch.db").display().to_string();
    database.execute("VACUUM INTO $1", [&store]).unwrap();
    drop(database);
    fs::copy(home.path("keyhatch.key"), small.0.join("keyhatch.key")).unwrap();
    let full_size = std::mem::replace(&mut home.store, store);
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
    let ballast = small.0.join("ballast");
    // As much as there is room for; the kiosk's own log of writes has some left in it.
    let filled = fs::write(&ballast, vec![1; 4096 * 1024]);
    assert!(filled.is_err(), "the disk is not full");
    let mut met = false;
    for _ in 0..40 {
        pty.choose(EN.forgot, EN.who);
        pty.fill("nobody", "[nobody ");
        let either = |pty: &Pty| pty.words().contains(EN.refused) || pty.words().contains(EN.fault);
        pty.press("\r", "an answer", either);
        met = pty.words().contains(EN.fault);
        pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
        if met {
            break;
        }
    }
    assert!(met, "the disk was never full");
    fs::remove_file(&ballast).unwrap();
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    home.verify();
    drop(pty);
    home.store = full_size;
}

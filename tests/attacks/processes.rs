//! No listening socket, no network at all with a spool, and no child process, at every step.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::NEW_PASSWORD;
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::{Home, PROGRAM, children};
use crate::support::pty::Pty;
use crate::support::{may_look_inside, or_left_out, program};

/// The inodes of a process's sockets.
fn sockets(process: u32) -> BTreeSet<String> {
    let open = fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    let target = |fd: std::io::Result<fs::DirEntry>| {
        let target = fs::read_link(fd.ok()?.path()).ok()?;
        let inode = target
            .to_str()?
            .strip_prefix("socket:[")?
            .strip_suffix(']')?;
        Some(inode.to_owned())
    };
    open.filter_map(target).collect()
}

/// Sockets of the network that a process holds, and local ones it listens on.
fn reachable(process: u32) -> Vec<String> {
    let held = sockets(process);
    let mut found = Vec::new();
    for (table, inode, unix) in [
        ("tcp", 9, false),
        ("tcp6", 9, false),
        ("udp", 9, false),
        ("udp6", 9, false),
        ("raw", 9, false),
        ("unix", 6, true),
    ] {
        let text = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            // Flags 00010000: a local socket that accepts connections.
            let open = !unix || fields[3] == "00010000";
            if open && held.contains(fields[inode]) {
                found.push(format!("{table}: {line}"));
            }
        }
    }
    found
}

fn alone(process: u32, step: &str) {
    assert_eq!(reachable(process), [""; 0], "{step}");
    assert_eq!(children(process), [0; 0], "{step}");
}

#[test]
fn a_journey_opens_no_door_and_starts_nothing() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    for (name, plain) in [("mias", false), ("adele", true)] {
        let person = home.add_person(name);
        let (mut kiosk, process): (Box<dyn Kiosk>, u32) = if plain {
            let kiosk = PlainKiosk::new(Plain::start(&home, &[]));
            let process = kiosk.plain.child.id();
            (Box::new(kiosk), process)
        } else {
            let pty = Pty::start(&home, &["kiosk"]);
            let process = pty.process_id();
            (Box::new(pty), process)
        };
        let kiosk = &mut *kiosk;
        kiosk.see(EN.welcome);
        alone(process, EN.welcome);
        begin(kiosk, &EN, &person.upn, EN.step_1);
        alone(process, EN.step_1);
        pass_mail(kiosk, &EN, &person, &home.spool(), EN.step_2);
        alone(process, EN.step_2);
        pass_app(kiosk, &EN, &person, EN.new_password);
        alone(process, EN.new_password);
        kiosk.set_password(NEW_PASSWORD, EN.done);
        alone(process, EN.done);
    }
}

/// The checks above can fail.
#[test]
fn a_listener_and_a_child_would_be_found() {
    let me = std::process::id();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert!(reachable(me).iter().any(|line| line.starts_with("tcp:")));
    drop(listener);
    let folder = tempfile::tempdir().unwrap();
    let _local = std::os::unix::net::UnixListener::bind(folder.path().join("s")).unwrap();
    assert!(reachable(me).iter().any(|line| line.starts_with("unix:")));
    let mut child = std::process::Command::new("/bin/sleep")
        .arg("60")
        .spawn()
        .unwrap();
    assert!(children(me).contains(&child.id()));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_kernel_saw_no_other_program_and_no_listening() {
    let Some(strace) = or_left_out("tracer (strace)", program("strace")) else {
        return;
    };
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let trace = home.path("trace").display().to_string();
    let calls = "trace=execve,execveat,fork,vfork,listen,bind,connect,accept,accept4,ptrace";
    let by = ["-f", "-qq", "-o", &trace, "-e", calls, PROGRAM];
    let mut command = home.around(Path::new(&strace), &by, &["kiosk", "--plain", "--once"]);
    // What decides about programs to run elsewhere decides nothing here.
    for name in ["EDITOR", "PAGER", "SHELL", "BROWSER", "VISUAL"] {
        command.env(name, "/bin/false");
    }
    let mut kiosk = PlainKiosk::new(Plain::spawn(&mut command));
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    pass_app(&mut kiosk, &EN, &person, EN.step_2);
    pass_mail(&mut kiosk, &EN, &person, &home.spool(), EN.new_password);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    kiosk.plain.say("1");
    assert_eq!(kiosk.plain.finish().0, Some(0));
    let trace = fs::read_to_string(trace).unwrap();
    // Also what a thread was about to do when the program ended under it, which it never did.
    let none = ["+++", "---", "???( <detached"];
    let ended = |line: &&str| none.iter().any(|mark| line.contains(mark));
    let calls: Vec<&str> = trace.lines().filter(|line| !ended(line)).collect();
    assert_eq!(calls.len(), 1, "{calls:#?}");
    assert!(
        calls[0].contains("execve(") && calls[0].contains("keyhatch"),
        "{calls:?}"
    );
}

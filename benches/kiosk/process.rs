//! What the kernel knows of a process, from `/proc`.

use std::fs;
use std::time::Duration;

/// CPU time of a process's living threads, to the nanosecond.
#[derive(Clone, Copy, Default)]
pub struct Cpu {
    /// All of them.
    pub total: Duration,
    /// The runtime's blocking pool, where passwords are hashed and letters leave.
    pub pool: Duration,
}

fn tasks(pid: u32) -> Vec<String> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    tasks
        .map(|task| task.unwrap().path().to_str().unwrap().to_owned())
        .collect()
}

/// CPU time so far. `/proc/PID/stat` counts in hundredths of a second, too coarse here.
pub fn cpu(pid: u32) -> Cpu {
    let mut cpu = Cpu::default();
    for task in tasks(pid) {
        // A thread may end between the listing and the reading.
        let Ok(stat) = fs::read_to_string(format!("{task}/schedstat")) else {
            continue;
        };
        let spent = stat.split(' ').next().unwrap().parse().unwrap();
        let spent = Duration::from_nanos(spent);
        cpu.total += spent;
        let name = fs::read_to_string(format!("{task}/comm")).unwrap_or_default();
        if name.starts_with("tokio-") {
            cpu.pool += spent;
        }
    }
    cpu
}

/// CPU time so far of the threads of a name.
pub fn cpu_named(pid: u32, name: &str) -> Duration {
    let named = |task: &String| {
        let comm = fs::read_to_string(format!("{task}/comm")).unwrap_or_default();
        comm.trim_end() == name
    };
    let spent = |task: String| {
        let stat = fs::read_to_string(format!("{task}/schedstat")).ok()?;
        Some(Duration::from_nanos(stat.split(' ').next()?.parse().ok()?))
    };
    let tasks = tasks(pid).into_iter().filter(named);
    tasks.filter_map(spent).sum()
}

/// How often threads gave the CPU up to wait: the wake-ups.
pub fn wakeups(pid: u32) -> u64 {
    let each = tasks(pid).into_iter();
    each.map(|task| field(&format!("{task}/status"), "voluntary_ctxt_switches:"))
        .sum()
}

/// Bytes sent towards the disk.
pub fn written(pid: u32) -> u64 {
    field(&format!("/proc/{pid}/io"), "write_bytes:")
}

/// The largest resident memory since the start, or since [`forget_peak`], in KiB.
pub fn peak_kib(pid: u32) -> u64 {
    field(&format!("/proc/{pid}/status"), "VmHWM:")
}

/// The resident memory now, in KiB.
pub fn resident_kib(pid: u32) -> u64 {
    field(&format!("/proc/{pid}/status"), "VmRSS:")
}

/// Begins the peak anew.
pub fn forget_peak(pid: u32) {
    fs::write(format!("/proc/{pid}/clear_refs"), "5").unwrap();
}

/// How many threads there are.
pub fn threads(pid: u32) -> usize {
    tasks(pid).len()
}

fn field(file: &str, name: &str) -> u64 {
    let text = fs::read_to_string(file).unwrap();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap();
    let number = line.split_whitespace().nth(1).unwrap();
    number.parse().unwrap()
}

//! What every command does before anything else, so that nothing of it is left behind or looked at:
//! no core dump, no look into the memory by another process of the same user, no copy of the memory
//! in swap, and no panic that prints what it held.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit,
};
use rustix::thread::{CapabilitySet, capabilities};

/// Memory that may be locked at least before all of it is: a process that locks everything and then
/// meets its limit can't even hash a password.
const ENOUGH: u64 = 1024 * 1024 * 1024;

/// Hardens the process. Each step is tried whatever became of the others: a container may refuse
/// one of them, and a kiosk is still better than none.
pub fn process() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _refused = setrlimit(Resource::Core, none);
    let _refused = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if may_lock() {
        // What is never touched is not made resident by it.
        let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
        let _refused = mlockall(flags);
    }
}

/// Whether the host lets this process lock as much as it will ever need.
fn may_lock() -> bool {
    let limit = getrlimit(Resource::Memlock).current;
    let privileged =
        capabilities(None).is_ok_and(|sets| sets.effective.contains(CapabilitySet::IPC_LOCK));
    privileged || limit.is_none_or(|limit| limit >= ENOUGH)
}

//! `keyhatch register` where nobody can answer: at a login it never holds anybody up.

use crate::support::program::Home;

#[test]
fn a_login_goes_on_whatever_is_wrong() {
    let home = Home::sqlite();
    let silent = |home: &Home| {
        let ran = home.run(&["register", "--if-due"]);
        assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (0, "", ""));
    };
    silent(&home);
    let told = home.run(&["register"]).failed(1);
    assert!(told.contains("needs a terminal"), "{told}");
    // No store, a broken configuration.
    silent(&Home::empty());
    home.configure("nonsense = 1\n");
    silent(&home);
    home.run(&["register"]).failed(3);
    assert_eq!(home.run(&["register", "mias"]).code, 2);
}

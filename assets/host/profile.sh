# /etc/profile.d/keyhatch.sh
#
# At an interactive login on a terminal, people are asked for what their account still lacks. Nothing
# here keeps anybody from their shell: without the rule of sudoers.conf, with nothing due or with the
# store away, nothing is shown. What went wrong is in the host's log.
# zsh and fish read no such file: call the same line from /etc/zsh/zlogin or conf.d.
case $- in
*i*)
    if [ -t 0 ] && [ -t 1 ]; then
        {
            sudo -n -u keyhatch /usr/local/bin/keyhatch register --if-due 2>&1 >&3 3>&- |
                logger -t keyhatch 2>/dev/null 3>&-
        } 3>&1 || :
    fi
    ;;
esac

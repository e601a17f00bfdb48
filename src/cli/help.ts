/** What `leaklint --help` prints. */
export const HELP = `leaklint: says whose personal data would leave with a file or a message, before it leaves.

  leaklint [paths...]        files, folders, globs; - reads one file or message from standard input
  leaklint mail FILE|-       one message; --from and --rcpt give the SMTP envelope, --thread FILE an earlier message of the thread
  leaklint explain CODE      what a finding means, why it matters, how to fix it, how to accept it
  leaklint explain --finding N FILE...
                             what the N-th finding of a report on these files rests on

  --format pretty|json       how to report                    -o FILE  where to (default: standard output)
  --profile publish|mail|repo  who will read what is checked  (default: mail for .eml and .msg, else publish)
  --config FILE              instead of leaklint.config.{ts,js,mjs,json} here or in a folder above
  --lang en|ja               language of the report           (default: that of the terminal)
  --fail-on warn|hold|block  verdict that makes exit status 1 (default: hold)
  --[no-]fail-on-unscanned   exit status 3 if something was not read (default: on for publish and mail)

Exit status: 0 nothing at or above the threshold; 1 something is; 2 wrong command line or config, or leaklint failed;
3 nothing found, but something was not read.
`;

import io.github.serverlint.BuildLog

def (first, second) = BuildLog.of(basedir)
def commands = { log -> log.lines.findAll { it.startsWith('::') } }
def place = { command -> command.replaceFirst(/,col=.*/, '') }

assert first.isSuccess() && second.isSuccess()
// Eight errors of one module, and of the other as many as GitHub still takes from one step.
assert commands(first).take(9).collect { place(it) } ==
    (2..9).collect { "::error file=one/servers/mail.yaml,line=$it,endLine=$it" as String } +
    '::error file=two/servers/mail.yaml,line=2,endLine=2'
assert commands(first).drop(9) == ['::error title=serverlint::6 more errors: see the step summary']
// What the definition says is no command of its own.
assert commands(first)[7].contains('title=unsupported-platform::"zürich\\u{A}::error::%250A" runs Exchange 2000 Server SP3 on ')
assert commands(first)[7].contains('%0Awhy: Exchange 2000 Server does not run on ')

def summary = new File(basedir, 'step summary.md').getText('UTF-8')
assert summary.contains('<h3>serverlint in one/</h3><p>1 file, 8 servers: 8 errors, 0 warnings, 0 notes.</p>')
assert summary.contains('<h3>serverlint in two/</h3><p>1 file, 7 servers: 7 errors, 0 warnings, 0 notes.</p>')
assert summary.count('<td>unsupported-platform</td>') == 15

assert second.saying('Cannot write the summary of this step to GITHUB_STEP_SUMMARY: ').size() == 2
assert commands(second).last() == '::error title=serverlint::6 more errors: see the log'
assert commands(second).size() == 10
assert !new File(basedir, 'no such folder').exists()
// The findings are in the log besides.
assert first.findings().size() == 15

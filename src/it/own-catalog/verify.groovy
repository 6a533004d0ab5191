import io.github.serverlint.BuildLog

def (own, broken) = BuildLog.of(basedir)

assert own.findings()*.toString() == ['servers/databases.yaml:3:14: error: ... [service-pack-too-low]']
assert own.findings()[0].message == '"db02" runs SQL Server 2005 on Windows Server 2003 RTM, ' +
    'and that needs Windows Server 2003 SP1 or later.'

assert broken.kindsOfFailure() == ['MojoExecutionException']
assert broken.failures().values().any {
    it.startsWith('The catalog cannot be used:\nbroken.yaml:5:34: "windows-2033" is no release. Did you mean "windows-2003"')
}
assert !broken.hasStackTrace()

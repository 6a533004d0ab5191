import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

assert log.failures() == [
    mail: 'sourceDirectories: there is no file or folder definitions. ' +
        'Name the folder that holds the definitions, relative to the base directory or absolute.'
]
assert log.kindsOfFailure() == ['MojoExecutionException']
assert log.findings() == []
// The modules that named none have passed: the root and "web".
assert log.lines.count('[INFO] No folder servers in this module: nothing to check.') == 2

import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

// The folder is not there at all, and the project is no module of another.
assert log.failures() == [
    'nothing-to-check': 'sourceDirectories: there is no file or folder servers. ' +
        'Name the folder that holds the definitions, relative to the base directory or absolute.'
]
assert log.kindsOfFailure() == ['MojoExecutionException']

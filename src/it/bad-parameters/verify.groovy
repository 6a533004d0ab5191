import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]
def advice = 'and a gate that has checked nothing is not green. ' +
    'Name the folder that holds the definitions, or set failIfNoServers to false.'

// Each names the parameter, the word that was given and what would be accepted.
assert log.failures() == [
    'unknown-rule'              : 'rules: there is no rule "unsuported-platform". Did you mean "unsupported-platform"?',
    'rule-about-reading'        : 'rules: the severity of yaml-syntax cannot be changed, because what could not be read ' +
        'was not judged. Leave files that are not meant for serverlint out with excludes.',
    'rule-without-severity'     : 'rules: "unsupported-platform" has no severity. ' +
        'Write rule-id=severity, such as unsupported-platform=warning.',
    'unknown-severity'          : 'rules: "fatal" is no severity. Accepted: off, note, warning, error.',
    'unknown-violation-severity': 'violationSeverity: "off" is no severity. Accepted: note, warning, error.',
    'unknown-format'            : 'formats: "jason" cannot be written. Did you mean "json"?',
    'unknown-layout'            : 'layout: there is neither a layout nor a mapping file "ansibel". ' +
        'Did you mean "ansible"? Accepted: native, ansible, aria, attack-range, bolt, cloudformation, datum, heat, kubevirt, ludus, molecule, test-kitchen, vagrant-yaml, or the path of a mapping file.',
    'named-folder-missing'      : 'sourceDirectories: there is no file or folder definitions. ' +
        'Name the folder that holds the definitions, relative to the base directory or absolute.',
    'empty'                     : "sourceDirectories: no file matches **/*.yaml, **/*.yml in servers, $advice".toString(),
    'forests-only'              : "sourceDirectories: the 2 files there define no server in servers, $advice".toString(),
]
assert log.kindsOfFailure() == ['MojoExecutionException']
assert log.findings() == []
// A module that named no folder has passed without one, and so has one that asks for no servers.
assert log.module('no-folder').goalOutput() == ['[INFO] No folder servers in this module: nothing to check.']
assert log.module('asked-for').goalOutput() == ['[INFO] 0 files, 0 servers: 0 errors, 0 warnings, 0 notes. Nothing to do.']
// The root, with the same definitions and no such mistake, is the only one that was checked.
assert log.saying('1 file, 1 server:') == ['1 file, 1 server: 0 errors, 0 warnings, 0 notes. Nothing to do.']

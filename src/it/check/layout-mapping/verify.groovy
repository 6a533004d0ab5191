import groovy.json.JsonSlurper

def lab = build.module('layout-mapping')

// What is known makes errors, what is only concluded or cannot be known makes warnings.
assert lab.findings()*.toString() == [
    'lab/machines.yaml:5:21: error: ... [unsupported-platform]',
    'lab/machines.yaml:8:14: warning: ... [unsupported-platform]',
    'lab/machines.yaml:11:21: warning: ... [unsupported-platform]',
    'lab/machines.yaml:13:21: warning: ... [invalid-value]',
    'lab/machines.yaml:15:11: error: ... [missing-value]',
]
assert lab.findings()*.message == [
    '"mx01" runs Exchange Server 2016 CU23 on Windows Server 2022, which does not support it.',
    '"mx02" runs Exchange Server 2019 on Windows Server 2016, which does not support it.',
    'If "windows9Server64Guest" of "mx03" is Windows Server 2016: "mx03" runs Exchange Server 2019 CU14 on Windows Server 2016,' +
        ' which does not support it. As Windows Server 2019 or 2022 it is no fault.',
    '"exchange" of server "mx04" is made by {{ lookup(\'...\', \'...\') }}, which only another tool evaluates, so it was not judged.',
    '"mx05" runs Exchange Server 2019 CU14, and nothing says which Windows it runs, so nothing on it can be judged.',
]
assert lab.saying('Tried: at $.image')
assert lab.saying('lab/machines.yaml:8:14: note: "exchange" is only concluded, from at $.purpose')
assert lab.saying('"print-server" in "roles" is no word of the catalog and was not judged.')
// The forest and the migration stand beside the lab, in the format of serverlint's own.
assert lab.saying('2 files, 6 servers, 1 migration, 1 not judged: 2 errors, 3 warnings, 0 notes.')

def json = new File(basedir, 'target/serverlint/serverlint.json')
assert lab.lines.every { !it.contains('hunter2') }
assert !json.text.contains('hunter2')
def mx02 = new JsonSlurper().parse(json).servers.find { it.name == 'mx02' }
assert mx02.values.exchange.subMap('text', 'release', 'state', 'attempt') ==
    [text: '2019', release: 'exchange-2019', state: 'weak', attempt: 'at $.purpose']
def mx03 = new JsonSlurper().parse(json).servers.find { it.name == 'mx03' }
assert mx03.values.os.subMap('text', 'state', 'candidates') == [text: 'windows9Server64Guest', state: 'candidates',
    candidates: ['windows-2016', 'windows-2019', 'windows-2022']]
assert mx02.forest == 'corp.example'

import groovy.json.JsonSlurper

def log = build.module('layout-ansible')

assert log.findings()*.toString() == [
    'inventory/group_vars/exchange_new.yml:1:19: error: ... [service-pack-too-low]',
    'inventory/group_vars/exchange_old.yml:1:19: error: ... [unsupported-platform]',
    'inventory/host_vars/mx04.corp.example.yml:1:26: warning: ... [invalid-value]',
    'inventory/hosts.yml:15:51: warning: ... [invalid-value]',
]
assert log.findings()[1].message ==
    '"mx01.corp.example" runs Exchange Server 2016 CU23 on Windows Server 2022, which does not support it.'
assert log.repeated()*.toString() == log.findings()[0..1]*.toString()

// From the value at the group down to the host; the host next to it says another Windows itself.
def lines = log.goalOutput()*.replaceFirst(/^\[\w+] /, '')
def error = lines.findIndexOf { it.contains('[unsupported-platform]') }
assert lines[error + 1..error + 7] == [
    '    1 | ...Exchange 2016 CU23',
    '      |    ^~~~~~~~~~~~~~~~~~',
    'inventory/group_vars/exchange.yml:1:14: note: Windows Server 2022 comes from here',
    'inventory/group_vars/exchange_old.yml:1:1: note: it is said by the group "exchange_old" here',
    'inventory/hosts.yml:9:13: note: "mx01.corp.example" belongs to "exchange_old" here',
    'inventory/group_vars/exchange.yml:1:1: note: it is said by the group "exchange" here',
    'inventory/hosts.yml:7:9: note: "exchange_old" belongs to "exchange" here',
]
assert log.saying('"exchange" of server "mx04.corp.example" is not to be read (Ansible Vault), so it was not judged.')
assert log.saying('"exchange" of server "mx05.corp.example" is made by {{ lookup(\'...\', \'...\') }}')
assert log.saying('Left out or never used (1): layout ansible: Left out, because "where" does not hold: ' +
    '1 of 6 machines (web01.corp.example)').size() == 1
assert log.saying('5 files, 5 servers: 2 errors, 2 warnings, 0 notes.').size() == 1

def json = new File(basedir, 'target/serverlint/serverlint.json')
def report = new JsonSlurper().parse(json)
def mx03 = report.servers.find { it.name == 'mx03.corp.example' }
assert mx03.values.exchange.subMap('text', 'release', 'level', 'state', 'attempt') ==
    [text: 'Exchange 2019 CU9', release: 'exchange-2019', level: 'CU9', state: 'known', attempt: 'var exchange_version']
assert mx03.values.exchange.trail*.path.unique() ==
    ['inventory/group_vars/exchange_new.yml', 'inventory/hosts.yml', 'inventory/group_vars/exchange.yml']
assert report.servers.find { it.name == 'mx04.corp.example' }.values.exchange.state == 'encrypted'
assert report.notices*.path == ['layout ansible']

def row = { text -> log.saying(text)*.strip()*.replaceAll(/ {2,}/, ' | ') }
assert row('acme/WindowsServer2016') == [
    'os | acme/WindowsServer2016 | Windows Server 2016 | known | inventory/hosts.yml:10:46 | var vm_template'
]
assert row('encrypted ') ==
    ['exchange | - | - | encrypted | inventory/host_vars/mx04.corp.example.yml:1:26 | var exchange_version']
assert log.saying('5 files, 5 servers, 40 fields: 8 known, 0 weak, 0 ambiguous, 1 unresolved, 1 encrypted, 30 missing.')
assert log.saying('2 things could not be read or understood.')

// The passwords stand in the inventory alone.
assert new File(basedir, 'inventory/hosts.yml').text.contains('hunter2')
assert log.lines.every { !it.contains('hunter2') }
assert !json.text.contains('hunter2')

import groovy.json.JsonSlurper

def log = build.module('article-in-the-right-order')
def report = new JsonSlurper().parse(new File(basedir, 'target/serverlint/serverlint.json'))

assert log.isSuccess()
assert log.findings() == []
assert log.goalOutput() == ['[INFO] 3 files, 8 servers: 0 errors, 0 warnings, 0 notes. Nothing to do.']

// Nothing was found because nothing is wrong, not because nothing was read.
assert report.findings == []
assert report.undecided == []
def releases = report.servers.collectEntries { [it.name, it.values.collectEntries { key, value -> [key, value.release] }] }
assert releases == [
    mail02  : [os: 'windows-2003', exchange: 'exchange-2003'],
    portal01: [os: 'windows-2003', 'sharepoint-portal-server': 'sharepoint-portal-server-2003'],
    dc02    : [os: 'windows-2003'],
    mail01  : [os: 'windows-2000', exchange: 'exchange-2003'],
    dc01    : [os: 'windows-2000'],
    adc01   : [os: 'windows-2000', 'ad-connector': 'ad-connector-2000'],
    mail03  : [os: 'windows-2000', exchange: 'exchange-2000'],
    dc03    : [os: 'windows-2003'],
]
assert report.servers.find { it.name == 'mail01' }.features == []
assert report.servers.find { it.name == 'mail02' }.features ==
    ['rpc-over-http', 'sharepoint-portal-server', 'ipsec-clustering', 'cross-forest-kerberos', 'volume-shadow-copy']

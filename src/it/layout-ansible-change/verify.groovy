import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

assert log.findings()*.toString() == ['inventory/group_vars/mail.yml:1:11: error: ... [unsupported-upgrade]'] * 2
assert log.findings()*.message.collect { (it =~ /"(\w+)\.corp\.example"/)[0][1] } == ['mx01', 'mx02']
assert log.saying('inventory/hosts.yml:6:9: note: "mx01.corp.example" belongs to "mail" here')
assert log.saying('3 servers changed or gone') == []
assert log.saying('2 servers of 3 changed or gone.').size() == 1

import io.github.serverlint.git.MadeRepository

def folder = basedir.toPath()
def text = { name -> new File(basedir, name).text }

// What all hosts of a group run is changed in one line; the inventory is one file, and its variables lie beside it.
MadeRepository.init(folder.resolve('change'), folder.resolve('home')).with {
    write('pom.xml', text('pom.xml').replace('>inventory<', '>inventory/hosts.yml<'))
    write('.gitignore', 'target/\n')
    write('inventory/hosts.yml', text('hosts.yml'))
    write('inventory/group_vars/mail.yml', 'exchange: Exchange 2013 CU23\n')
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('inventory/group_vars/mail.yml', 'exchange: Exchange 2016 CU23\n')
    commit()
}

return true

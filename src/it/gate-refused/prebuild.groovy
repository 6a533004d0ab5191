import io.github.serverlint.git.MadeRepository

def folder = basedir.toPath()
def origin = MadeRepository.init(folder.resolve('origin'), folder.resolve('home'))
origin.with {
    write('pom.xml', new File(basedir, 'pom.xml').text)
    write('servers/mail.yaml', new File(basedir, 'servers/mail.yaml').text)
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('notes.txt', 'On the branch.\n')
    commit()
    git('checkout', '--quiet', 'main')
    write('notes.txt', 'On main.\n')
    commit()
}
def address = origin.folder().toUri().toString().replaceFirst('^file:/+', 'file:///')
origin.git('clone', '--quiet', '--depth', '1', '--no-single-branch', '--branch', 'change', address, '../shallow')

return true

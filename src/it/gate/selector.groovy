// The repositories are made with git, and the goal reads them with it.
def folders = (System.getenv('PATH') ?: '').split(File.pathSeparator)
def found = folders.any { folder -> ['git', 'git.exe'].any { new File(folder, it).canExecute() } }
if (!found) {
    println "$basedir.name is left out: there is no git on the path."
}
return found

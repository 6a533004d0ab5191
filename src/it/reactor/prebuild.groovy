// The root of a repository, which the paths of reports are relative to.
new File(basedir, '.git').mkdirs()
return true

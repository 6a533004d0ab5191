import io.github.serverlint.host.NoNetwork

NoNetwork.pack(new File(basedir, 'no-network.jar').toPath())
return true

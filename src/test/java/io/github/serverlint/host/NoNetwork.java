package io.github.serverlint.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.AsynchronousChannelProvider;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * An agent in a Maven that denies it every socket, channel and name of a host, and writes down who has tried, so that
 * even an attempt is seen whose failure is passed over. It works on old and new Java, which has no security manager any
 * more.
 */
public final class NoNetwork {
    private static final String DENIED = "there is no network here";

    private static Path log = Path.of("attempts.txt");

    private NoNetwork() {}

    /** Packs this class as an agent. */
    public static void pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", NoNetwork.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            List<Class<?>> classes = new ArrayList<>(List.of(NoNetwork.class.getDeclaredClasses()));
            classes.add(NoNetwork.class);
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = NoNetwork.class.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    /**
     * Called by Java before the program.
     *
     * @param file where attempts are written down
     */
    @SuppressWarnings("deprecation") // Made for firewalls of another age, and still asked for every socket.
    public static void premain(String file) throws IOException {
        log = Path.of(file).toAbsolutePath();
        System.setProperty("java.nio.channels.spi.SelectorProvider", Channels.class.getName());
        System.setProperty("java.nio.channels.spi.AsynchronousChannelProvider", LaterChannels.class.getName());
        System.setProperty("jdk.net.hosts.file", log.resolveSibling("no hosts").toString());
        ProxySelector.setDefault(new Proxies());
        URL.setURLStreamHandlerFactory(
                protocol -> Set.of("http", "https", "ftp").contains(protocol) ? new Pages() : null);
        Socket.setSocketImplFactory(() -> {
            throw denied("socket");
        });
        ServerSocket.setSocketFactory(() -> {
            throw denied("server socket");
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw denied("datagram socket");
        });
        prove();
    }

    /** Tries all of it, so that a log without attempts is not that of an agent that hears none. */
    private static void prove() throws IOException {
        Map<String, Callable<?>> ways = Map.of(
                "socket", () -> new Socket("127.0.0.1", 9),
                "server socket", () -> new ServerSocket(0),
                "datagram socket", () -> new DatagramSocket(),
                "channel", SocketChannel::open,
                "datagram channel", DatagramChannel::open,
                "later channel", AsynchronousSocketChannel::open,
                "page", () -> URI.create("http://127.0.0.1:9/").toURL().openStream(),
                "name", () -> InetAddress.getByName("serverlint.github.io"));
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Callable<?>> way : ways.entrySet()) {
            try {
                way.getValue().call();
                open.add(way.getKey());
            } catch (Exception e) {
                // As it should be.
            }
        }
        Files.writeString(log, "open ways: " + open + "\n");
    }

    private static UncheckedIOException denied(String what) {
        StackTraceElement[] stack = new Throwable().getStackTrace();
        // Maven looks for its own plugins where it likes.
        boolean isOfMaven =
                Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("org.eclipse.aether."));
        if (!isOfMaven) {
            String who = Stream.of(stack)
                    .filter(frame -> !frame.getClassName().startsWith(NoNetwork.class.getName()))
                    .filter(frame -> frame.getModuleName() == null
                            || !frame.getModuleName().startsWith("java."))
                    .map(StackTraceElement::toString)
                    .findFirst()
                    .orElse("Java itself");
            write(what + " asked for by " + who + "\n");
        }
        return new UncheckedIOException(new IOException(DENIED));
    }

    private static synchronized void write(String line) {
        try {
            Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Channels, in their first form. */
    public static final class Channels extends SelectorProvider {
        @Override
        public DatagramChannel openDatagramChannel() {
            throw denied("datagram channel");
        }

        @Override
        public DatagramChannel openDatagramChannel(java.net.ProtocolFamily family) {
            throw denied("datagram channel");
        }

        @Override
        public Pipe openPipe() {
            throw denied("pipe");
        }

        @Override
        public AbstractSelector openSelector() {
            throw denied("selector");
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            throw denied("server channel");
        }

        @Override
        public SocketChannel openSocketChannel() {
            throw denied("channel");
        }

        @Override
        public SocketChannel openSocketChannel(java.net.ProtocolFamily family) {
            throw denied("channel");
        }
    }

    /** Channels, in their second form. */
    public static final class LaterChannels extends AsynchronousChannelProvider {
        @Override
        public AsynchronousChannelGroup openAsynchronousChannelGroup(int threads, ThreadFactory factory) {
            throw denied("group of channels");
        }

        @Override
        public AsynchronousChannelGroup openAsynchronousChannelGroup(ExecutorService executor, int initialSize) {
            throw denied("group of channels");
        }

        @Override
        public AsynchronousServerSocketChannel openAsynchronousServerSocketChannel(AsynchronousChannelGroup group) {
            throw denied("server channel");
        }

        @Override
        public AsynchronousSocketChannel openAsynchronousSocketChannel(AsynchronousChannelGroup group) {
            throw denied("channel");
        }
    }

    private static final class Pages extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL page) {
            throw denied("page");
        }

        @Override
        protected URLConnection openConnection(URL page, Proxy proxy) {
            throw denied("page");
        }

        @Override
        protected InetAddress getHostAddress(URL page) {
            return null;
        }
    }

    private static final class Proxies extends ProxySelector {
        @Override
        public List<Proxy> select(URI page) {
            throw denied("way to " + page);
        }

        @Override
        public void connectFailed(URI page, SocketAddress address, IOException failure) {
            // Nothing connects.
        }
    }
}

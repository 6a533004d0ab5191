package io.github.serverlint.report.html;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, moved through its DevTools protocol: real keys, a real mouse. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern PORT = Pattern.compile("^DevTools listening on ws://127.0.0.1:(\\d+)/");

    private final Process process;
    private final CompletableFuture<String> port = new CompletableFuture<>();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();

    /** What scripts have thrown and what the console has complained of since the last page was opened. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    /** What was asked for since the last page was opened, the page itself included. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private boolean scripted = true;
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    /** The browser of this machine: that of the property {@code chromium}, or one on the path. */
    static Optional<Path> onThisMachine() {
        String named = System.getProperty("chromium");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path executable, Path profile) throws Exception {
        process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        // It is shown nothing but pages of this build; in a container there is no sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-extensions",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread listener = new Thread(this::listen, "browser");
        listener.setDaemon(true);
        listener.start();
        try {
            HttpClient http = HttpClient.newHttpClient();
            socket = http.newWebSocketBuilder()
                    .buildAsync(page(http, port.get()), new Listener())
                    .get();
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                send(domain + ".enable", "{}");
            }
            send("Performance.enable", "{\"timeDomain\":\"threadTicks\"}");
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Reads what the browser says until it ends; when it is ready, it says at which port. */
    private void listen() {
        try (BufferedReader said = process.errorReader()) {
            said.lines().map(PORT::matcher).filter(Matcher::find).forEach(line -> port.complete(line.group(1)));
        } catch (IOException | UncheckedIOException e) {
            // It has ended.
        }
        port.completeExceptionally(new IOException("the browser has ended"));
    }

    private static URI page(HttpClient http, String port) throws IOException, InterruptedException {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        String answer = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonElement each : JsonParser.parseString(answer).getAsJsonArray()) {
            JsonObject target = each.getAsJsonObject();
            if (target.get("type").getAsString().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").getAsString());
            }
        }
        throw new IOException("the browser has no page: " + answer);
    }

    /** Sends a command, and waits for its result. */
    JsonObject send(String method, String parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        JsonObject message = await(answer);
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.get("error"));
        }
        return message.getAsJsonObject("result");
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the browser does not answer", e);
        }
    }

    /** Opens a page, and waits until it has run its script. */
    void open(String address) {
        load("about:blank");
        complaints.clear();
        requests.clear();
        load(address);
        settle();
    }

    private void load(String address) {
        loaded = new CompletableFuture<>();
        send("Page.navigate", "{\"url\":" + quoted(address) + "}");
        await(loaded);
    }

    /** Waits until what was asked for is drawn. */
    void settle() {
        if (!scripted) {
            // Then no timer of the page runs either; but a picture of it is one of what is drawn.
            send("Page.captureScreenshot", "{}");
            return;
        }
        evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 20))");
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonElement evaluate(String expression) {
        JsonObject result = send(
                "Runtime.evaluate",
                "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(expression) + "}");
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        JsonElement value = result.getAsJsonObject("result").get("value");
        return value == null ? com.google.gson.JsonNull.INSTANCE : value;
    }

    String text(String expression) {
        return evaluate(expression).getAsString();
    }

    double number(String expression) {
        return evaluate(expression).getAsDouble();
    }

    boolean is(String expression) {
        return evaluate(expression).getAsBoolean();
    }

    List<String> texts(String expression) {
        JsonArray values = evaluate(expression).getAsJsonArray();
        return values.asList().stream().map(JsonElement::getAsString).toList();
    }

    /** Clicks with the mouse, in the middle of what is there. */
    void click(String selector) {
        JsonArray middle = evaluate("(() => { const n = document.querySelector(" + quoted(selector)
                        + "); n.scrollIntoView({block: 'center'}); const r = n.getBoundingClientRect();"
                        + " return [r.x + r.width / 2, r.y + r.height / 2]; })()")
                .getAsJsonArray();
        String place = "\"x\":" + middle.get(0) + ",\"y\":" + middle.get(1) + ",\"button\":\"left\",\"clickCount\":1";
        send("Input.dispatchMouseEvent", "{\"type\":\"mousePressed\"," + place + "}");
        send("Input.dispatchMouseEvent", "{\"type\":\"mouseReleased\"," + place + "}");
        settle();
    }

    /** Presses a key; one that writes a character writes it. */
    void press(String key, int code) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        String keys = "\"key\":" + quoted(key) + ",\"windowsVirtualKeyCode\":" + code
                + (text.isEmpty() ? "" : ",\"text\":" + quoted(text));
        send("Input.dispatchKeyEvent", "{\"type\":\"keyDown\"," + keys + "}");
        send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + keys + "}");
    }

    void type(String text) {
        text.chars().forEach(c -> press(String.valueOf((char) c), Character.toUpperCase(c)));
        settle();
    }

    /** The processor time that the page has taken, in milliseconds. */
    double milliseconds() {
        for (JsonElement each : send("Performance.getMetrics", "{}").getAsJsonArray("metrics")) {
            JsonObject metric = each.getAsJsonObject();
            if (metric.get("name").getAsString().equals("TaskDuration")) {
                return 1_000 * metric.get("value").getAsDouble();
            }
        }
        throw new AssertionError("the browser does not measure");
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** Shows pages for a medium, such as print, to a reader who wants light or dark. */
    void media(String medium, String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"" + medium + "\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme
                        + "\"}]}");
    }

    /** Whether pages may run their scripts. */
    void script(boolean on) {
        scripted = on;
        send("Emulation.setScriptExecutionDisabled", "{\"value\":" + !on + "}");
    }

    static String quoted(String text) {
        return new com.google.gson.JsonPrimitive(text).toString();
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    private void told(JsonObject message) {
        if (message.has("id")) {
            CompletableFuture<JsonObject> answer =
                    waiting.remove(message.get("id").getAsInt());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        JsonObject what = message.getAsJsonObject("params");
        switch (message.get("method").getAsString()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
                complaints.add(what.toString());
            case "Network.requestWillBeSent" ->
                requests.add(what.getAsJsonObject("request").get("url").getAsString());
            default -> {}
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                told(JsonParser.parseString(message.toString()).getAsJsonObject());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Recommender.Tests.Storage;
using Recommender.Worker.Grpc.Health.V1;
using Recommender.Worker.Grpc.V1;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Clients;

/// <summary>A client of another language that runs: a call goes in as a line, what came of it comes out as one.</summary>
sealed class ClientProgram : IDisposable
{
    public const string Folder = "tests/Recommender.Tests/Worker/Grpc/Clients";
    public const string Protos = "serving/Recommender.Worker/Grpc/Protos";

    readonly TemporaryFolder? _place;
    readonly Process _process;

    ClientProgram(TemporaryFolder? place, string program, params string[] arguments) =>
        (_place, _process) = (place, Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <summary>Node with @grpc/grpc-js, which reads the proto files.</summary>
    public static ClientProgram Node(int port) => new(null, "node", Script("client.js"), $"127.0.0.1:{port}", ProjectRoot.Path(Protos));

    /// <summary>Python with grpcio, which is given the compiled descriptors.</summary>
    public static ClientProgram Python(int port)
    {
        Assert.SkipUnless(File.Exists("/usr/lib/python3/dist-packages/grpc/__init__.py"), "grpcio for Python is not here; it comes with the Debian package python3-grpcio.");
        var set = new FileDescriptorSet();
        foreach (var file in (FileDescriptor[])[TimestampReflection.Descriptor, RecommenderReflection.Descriptor, HealthReflection.Descriptor]) set.File.Add(FileDescriptorProto.Parser.ParseFrom(file.SerializedData));
        var place = new TemporaryFolder();
        File.WriteAllBytes(place.File("descriptors"), set.ToByteArray());
        return new(place, "/usr/bin/python3", Script("client.py"), $"127.0.0.1:{port}", place.File("descriptors"));
    }

    /// <summary>Makes a call.</summary>
    public async Task<ClientOutcome> CallAsync(ClientCall call)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(call, ClientCall.Json));
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<ClientOutcome>(line ?? throw new EndOfStreamException("The client ended without an answer."), ClientCall.Json)!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _place?.Dispose();
    }

    static string Script(string name) => ProjectRoot.Path($"{Folder}/{name}");
}

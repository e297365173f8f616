using System.Diagnostics;
using Xunit;

namespace Recommender.Tests.Worker.Grpc.Clients;

public sealed class DocumentedClientTests(GrpcHost host) : IClassFixture<GrpcHost>
{
    [Fact]
    public async Task The_client_of_the_documentation_works_as_printed()
    {
        var page = await File.ReadAllTextAsync(ProjectRoot.Path("docs/grpc.md"), TestContext.Current.CancellationToken);
        var code = Assert.Single(page.Split("```js\n").Skip(1)).Split("```")[0];

        var lines = await RunAsync(code.Replace("C000017", host.Shop.Data.Customers[17]));

        var wanted = host.Shop.Front.Recommend(new() { Customer = host.Shop.Data.Customers[17], Count = 5 });
        Assert.Equal(wanted.Items.Select(item => item.Item), lines.Take(5).Select(line => line.Split(' ')[0]));
        Assert.Equal("5 similar, 5 together, 5 pairs, from beauty 7", lines[5]);
        Assert.Equal(11, lines.Length);
    }

    async Task<string[]> RunAsync(string code)
    {
        var start = new ProcessStartInfo("node", ["-"]) { WorkingDirectory = ProjectRoot.Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_PATH"] = ProjectRoot.Path($"{ClientProgram.Folder}/node_modules");
        start.Environment["RECOMMENDER_GRPC"] = $"127.0.0.1:{host.Port}";
        start.Environment["RECOMMENDER_TOKEN"] = GrpcHost.Token["Bearer ".Length..];
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(code);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

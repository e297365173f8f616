using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Xml.Linq;
using Recommender.Core.Numerics;
using Recommender.Tests.Core.Baskets.Itemsets;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class InstructionSetTests
{
    const int FewestTests = 200;

    /// <summary>Every test of the kernels again, in a process of its own in which the machine seems to lack the instructions.</summary>
    [Theory]
    [InlineData("EnableAVX512", nameof(Vector256Tile))]
    [InlineData("EnableAVX2", nameof(Vector128Tile))]
    [InlineData("EnableHWIntrinsic", nameof(ScalarTile))]
    public async Task The_kernels_pass_with_the_instruction_set_switched_off(string instructionSet, string tiles)
    {
        Assert.SkipUnless(Avx2.IsSupported || instructionSet == "EnableHWIntrinsic", $"This machine has nothing that {instructionSet} could switch off.");
        var report = Path.Combine(Path.GetTempPath(), $"kernels-{instructionSet}-{Environment.ProcessId}.xml");
        try
        {
            var said = await Run(instructionSet, tiles, report);

            var counts = XDocument.Load(report).Descendants("assembly").Single();
            Assert.True(Count(counts, "failed") + Count(counts, "errors") == 0, said);
            Assert.InRange(Count(counts, "passed"), FewestTests, int.MaxValue);
        }
        finally
        {
            File.Delete(report);
        }
    }

    static async Task<string> Run(string instructionSet, string tiles, string report)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                typeof(InstructionSetTests).Assembly.Location, "-noLogo", "-noColor", "-xml", report,
                "-class", $"{typeof(InstructionSetTests).Namespace}.*", "-class", typeof(ItemsetMinerTests).FullName!, "-class-", typeof(InstructionSetTests).FullName!,
            },
            Environment = { [$"DOTNET_{instructionSet}"] = "0", [TilesInUseTests.Expected] = tiles },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    static int Count(XElement counts, string name) => int.Parse(counts.Attribute(name)!.Value);
}

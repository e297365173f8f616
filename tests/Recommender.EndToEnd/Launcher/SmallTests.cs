namespace Recommender.EndToEnd.Launcher;

/// <summary>The real test command over two small test programs, in a temporary folder: one passes and skips, one ends in the middle.</summary>
sealed class SmallTests : IDisposable
{
    const string Rules = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseArtifactsOutput>true</UseArtifactsOutput>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup><PackageReference Include="xunit.v3" /></ItemGroup>
        </Project>
        """;

    const string Unit = """
        public sealed class UnitTests
        {
            [Xunit.Fact] public void Good() => Xunit.Assert.Equal(4, 2 + 2);
            [Xunit.Fact] public void Better() => Xunit.Assert.Equal(4, 2 * 2);
            [Xunit.Fact] public void Absent() => Xunit.Assert.Skip("its server is not here");
            [Xunit.Fact, Xunit.Trait("Kind", "Soak")] public void Long() => Xunit.Assert.Equal("1", Environment.GetEnvironmentVariable("RECOMMENDER_SOAK"));
        }
        """;

    const string Crash = """
        public sealed class CrashingTests
        {
            [Xunit.Fact] public void Ends_the_whole_program() => Environment.Exit(0);
        }
        """;

    static readonly (string Name, string Id, string Source)[] Programs =
    [
        ("Recommender.Tests", "{3953A8C6-4598-4986-B5E0-600C94395F16}", Unit),
        ("Recommender.EndToEnd", "{5C121BB8-70D1-4B01-BA01-DE75D28363F3}", Crash),
    ];

    readonly TemporaryHome _folder = new();

    public SmallTests()
    {
        Directory.CreateDirectory(_folder.Path("tests"));
        foreach (var file in (string[])["recommender", "tests/run.sh", "global.json", "Directory.Packages.props"])
            File.Copy(ProjectRoot.Path(file), _folder.Path(file));
        _folder.Write("Directory.Build.props", Rules);
        _folder.Write("Recommender.sln", Solution());
        foreach (var (name, _, source) in Programs)
        {
            _folder.Write($"tests/{name}/{name}.csproj", Project);
            _folder.Write($"tests/{name}/Tests.cs", source);
        }
    }

    public Launch Launch => new() { Program = _folder.Path("recommender"), Folder = _folder.Folder };

    public void Dispose() => _folder.Dispose();

    static string Solution()
    {
        var projects = Programs.Select(program =>
            $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{program.Name}\", \"tests\\{program.Name}\\{program.Name}.csproj\", \"{program.Id}\"\nEndProject\n");
        var configurations = Programs.Select(program =>
            $"{program.Id}.Release|Any CPU.ActiveCfg = Release|Any CPU\n{program.Id}.Release|Any CPU.Build.0 = Release|Any CPU\n");
        return $"""
            Microsoft Visual Studio Solution File, Format Version 12.00
            {string.Concat(projects)}Global
            GlobalSection(SolutionConfigurationPlatforms) = preSolution
            Release|Any CPU = Release|Any CPU
            EndGlobalSection
            GlobalSection(ProjectConfigurationPlatforms) = postSolution
            {string.Concat(configurations)}EndGlobalSection
            EndGlobal

            """;
    }
}

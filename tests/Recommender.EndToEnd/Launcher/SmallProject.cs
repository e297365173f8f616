namespace Recommender.EndToEnd.Launcher;

/// <summary>
/// The real launcher around a small console of two assemblies, in a temporary folder: what the launcher does can be tried on it
/// within seconds, and without disturbing the project's own build.
/// </summary>
sealed class SmallProject : IDisposable
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

    const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\" />";

    const string ConsoleProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup><ProjectReference Include="../../shared/Late/Late.csproj" /></ItemGroup>
        </Project>
        """;

    // "wait" loads the second assembly only after the signal: a rebuild in between must not show.
    const string Console = """
        using System.Runtime.InteropServices;

        if (args is not ["wait"])
        {
            Console.WriteLine($"{Late.Word.Text}|{Environment.CurrentDirectory}|{string.Join('|', args)}");
            return args is ["fail"] ? 3 : 0;
        }
        using var interrupted = new ManualResetEventSlim();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => { context.Cancel = true; interrupted.Set(); });
        Console.WriteLine("waiting");
        interrupted.Wait();
        Console.WriteLine(Late.Word.Text);
        return 130;
        """;

    readonly TemporaryHome _folder = new();

    public SmallProject()
    {
        foreach (var file in (string[])["recommender", "global.json"]) File.Copy(ProjectRoot.Path(file), PathOf(file));
        Write("Directory.Build.props", Rules);
        Write("shared/Late/Late.csproj", Project);
        Word("first");
        Write("training/Recommender.Training/Recommender.Training.csproj", ConsoleProject);
        Write("training/Recommender.Training/Program.cs", Console);
    }

    public string Folder => _folder.Folder;
    public Launch Launch => new() { Program = PathOf("recommender"), Folder = Folder };

    public string PathOf(string relative) => _folder.Path(relative);
    public void Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>Changes the word that the console prints first.</summary>
    public void Word(string text) =>
        Write("shared/Late/Word.cs", $$"""
            namespace Late;

            /// <summary>What the console prints.</summary>
            public static class Word
            {
                /// <summary>Read when it is called, not compiled into the caller.</summary>
                public static string Text => "{{text}}";
            }

            """);

    public void Dispose() => _folder.Dispose();
}

namespace Recommender.Training.Scheduling;

/// <summary>A program with the words that come before all others on its command line.</summary>
sealed record ChildProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program: the same build, whatever was built since it was started.</summary>
    public static ChildProgram Own
    {
        get
        {
            var program = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not say which program this is.");
            return System.IO.Path.GetFileNameWithoutExtension(program) == "dotnet"
                ? new(program, [System.IO.Path.GetFullPath(Environment.GetCommandLineArgs()[0])])
                : new(program, []);
        }
    }
}

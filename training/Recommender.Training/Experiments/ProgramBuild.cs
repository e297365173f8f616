using System.Reflection;

namespace Recommender.Training.Experiments;

/// <summary>What this program says of itself: its version, and the commit that it was built from.</summary>
static class ProgramBuild
{
    static readonly string[] Parts = (typeof(ProgramBuild).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+');

    /// <summary>The version.</summary>
    public static string Version => Parts[0];

    /// <summary>The commit; null when it was built outside of a repository.</summary>
    public static string? Commit => Parts.Length > 1 ? Parts[1] : null;
}

namespace Recommender.Deploy;

/// <summary>A Dockerfile as its stages, in the part of the language that ours is written in.</summary>
sealed record Dockerfile(IReadOnlyList<DockerStage> Stages)
{
    public static Dockerfile Read(string path)
    {
        var stages = new List<DockerStage>();
        var text = File.ReadAllText(path).Replace("\\\n", " ");
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (name, rest) = line.Split(' ', 2) is [var head, var tail] ? (head, tail.Trim()) : (line, "");
            if (name == "FROM") stages.Add(Stage(rest));
            else stages[^1].Instructions.Add((name, rest));
        }
        return new(stages);
    }

    static DockerStage Stage(string rest) => rest.Split(' ') is [var image, "AS", var name] ? new(image, name, []) : new(rest, "", []);
}

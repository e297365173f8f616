namespace Recommender.Terminal;

/// <summary>What a process says of itself when it ends.</summary>
static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int Refused = 3;
    public const int Interrupted = 130;
}

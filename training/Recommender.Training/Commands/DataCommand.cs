using System.CommandLine;
using Recommender.Training.Commands.Data;

namespace Recommender.Training.Commands;

/// <summary><c>recommender data list</c> and its sisters.</summary>
static class DataCommand
{
    public static Command Create() => new("data",
        """
        Look after the data of a home folder: snapshots, people, backups.

        Example:
          recommender data list
        """)
    {
        ListCommand.Create(),
        ShowCommand.Create(),
        UndoCommand.Create(),
        ForgetCommand.Create(),
        ExportPersonCommand.Create(),
        VerifyCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
    };
}

using Recommender.Core;

namespace Recommender.Terminal;

/// <summary>The command line asks for something that makes no sense.</summary>
sealed class WrongUseException(string message) : UserErrorException(message);

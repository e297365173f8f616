using Recommender.Core;

namespace Recommender.Storage.State;

/// <summary>The state cannot be reached at the moment: nothing was written.</summary>
public sealed class StateUnavailableException(string message, Exception? innerException = null) : UserErrorException(message, innerException);

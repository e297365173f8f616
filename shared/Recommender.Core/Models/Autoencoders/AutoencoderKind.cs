namespace Recommender.Core.Models.Autoencoders;

/// <summary>What an autoencoder is kept from copying its input by.</summary>
public enum AutoencoderKind
{
    /// <summary>Part of every history is dropped before it is read, and the whole is asked back.</summary>
    Denoising,

    /// <summary>Besides, the code is drawn from a normal distribution that is held near the standard one.</summary>
    Variational,
}

// Replaces @grpc/proto-loader in the bundles: @grpc/grpc-js uses it only for its channelz service, which is not offered
// here, and parsing it would slow down every start.
module.exports = {};

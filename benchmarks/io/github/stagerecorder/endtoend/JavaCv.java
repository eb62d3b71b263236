package io.github.stagerecorder.endtoend;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Runs JavaCV on the render thread. A negative stride flips the picture at no cost. */
final class JavaCv implements FrameSink {
    private final Shot shot;
    private final Pixels pixels;
    private final FFmpegFrameRecorder recorder;

    JavaCv(Shot shot) throws FrameRecorder.Exception {
        this.shot = shot;
        pixels = new Pixels(shot);
        recorder = start(shot);
    }

    static FFmpegFrameRecorder start(Shot shot) throws FrameRecorder.Exception {
        av_log_set_level(AV_LOG_ERROR);
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(shot.file().toString(), shot.widthPx(), shot.heightPx());
        recorder.setFormat("matroska");
        recorder.setVideoCodec(AV_CODEC_ID_H264);
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(shot.fps());
        recorder.setGopSize(X264.KEY_FRAME_INTERVAL);
        recorder.setVideoOption("preset", "ultrafast");
        recorder.setVideoOption("crf", "23");
        recorder.setVideoOption("threads", String.valueOf(X264.THREADS));
        recorder.start();
        return recorder;
    }

    static void record(FFmpegFrameRecorder recorder, Shot shot, Pixels pixels) throws FrameRecorder.Exception {
        recorder.setFrameNumber(pixels.frameNumber());
        recorder.recordImage(
                shot.widthPx(),
                shot.heightPx(),
                Frame.DEPTH_UBYTE,
                4,
                -shot.strideBytes(),
                AV_PIX_FMT_RGBA,
                pixels.topRow());
    }

    @Override
    public void frame(int frameNumber, long timeNs) throws FrameRecorder.Exception {
        pixels.read(frameNumber);
        record(recorder, shot, pixels);
    }

    @Override
    public void finish() throws FrameRecorder.Exception {
        recorder.close();
        pixels.close();
    }
}
